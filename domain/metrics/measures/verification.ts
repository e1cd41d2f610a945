import type { Measure } from '../model.js'
import { BULLETIN_2016, BULLETIN_2023, item } from './bases.js'

const isVerified = "result IN ('true', 'partly')"
const hasResult = "result IN ('true', 'partly', 'false', 'unclear')"

/** 核查: how many reports were checked, and how many were found true. Both published bases of a rate are kept apart. */
export const VERIFICATION = {
  checked: {
    label: { zh: '核查完毕量', en: 'Reports checked' },
    description: { zh: '期内核查完毕的举报', en: 'Reports whose check was finished in the period' },
    formula: { zh: '按核查完毕日期计数', en: 'count by date of the finding' },
    denominator: null,
    unit: 'cases',
    better: 'neither',
    time: 'verified',
    aggregate: { kind: 'count' },
    additive: true,
    needs: ['verified_on'],
    basis: item(7),
  },
  checkedShareOfAccepted: {
    label: { zh: '核查率（受理口径）', en: 'Checked share (of accepted)' },
    description: {
      zh: '期内受理的举报中已核查完毕的比例',
      en: 'Share of the reports accepted in the period whose check is finished',
    },
    formula: { zh: '已核查÷受理，按受理日期', en: 'checked ÷ accepted, by date of acceptance' },
    denominator: { zh: '期内受理的举报', en: 'reports accepted in the period' },
    unit: 'percent',
    better: 'higher',
    time: 'accepted',
    aggregate: { kind: 'ratio', numerator: 'verified_on IS NOT NULL', denominator: 'true' },
    additive: false,
    needs: ['accepted_on', 'verified_on'],
    basis: item(7),
  },
  checkedShareOfReceived: {
    label: { zh: '核查率（接报口径）', en: 'Checked share (of received)' },
    description: {
      zh: '期内接到的举报中已核查完毕的比例',
      en: 'Share of the reports received in the period whose check is finished',
    },
    formula: { zh: '已核查÷接报，按接报日期', en: 'checked ÷ received, by date of receipt' },
    denominator: { zh: '期内接到的举报', en: 'reports received in the period' },
    unit: 'percent',
    better: 'higher',
    time: 'received',
    aggregate: { kind: 'ratio', numerator: 'verified_on IS NOT NULL', denominator: 'true' },
    additive: false,
    needs: ['verified_on'],
    basis: BULLETIN_2016,
  },
  verifiedShareOfChecked: {
    label: { zh: '查实率（核查口径）', en: 'Verified share (of checked)' },
    description: {
      zh: '核查完毕的举报中属实或部分属实的比例',
      en: 'Share of checked reports found true or partly true',
    },
    formula: {
      zh: '（属实＋部分属实）÷已核查，按核查完毕日期',
      en: '(true + partly true) ÷ checked, by date of the finding',
    },
    denominator: { zh: '期内核查完毕的举报', en: 'reports checked in the period' },
    unit: 'percent',
    better: 'neither',
    time: 'verified',
    aggregate: { kind: 'ratio', numerator: isVerified, denominator: hasResult },
    additive: false,
    needs: ['verified_on', 'result'],
    basis: BULLETIN_2016,
  },
  verifiedShareOfAccepted: {
    label: { zh: '查实率（受理口径）', en: 'Verified share (of accepted)' },
    description: {
      zh: '受理满90日的举报中属实或部分属实的比例；未满90日的不计入',
      en: 'Share found true or partly true among reports accepted at least 90 days before the as-of date',
    },
    formula: {
      zh: '（属实＋部分属实）÷受理，按受理日期，仅含受理满90日的举报',
      en: '(true + partly true) ÷ accepted, by date of acceptance, reports at least 90 days old only',
    },
    denominator: { zh: '期内受理且满90日的举报', en: 'reports accepted in the period, at least 90 days old' },
    unit: 'percent',
    better: 'neither',
    time: 'accepted',
    aggregate: {
      kind: 'ratio',
      numerator: isVerified,
      denominator: 'accepted_on <= {asOf: Date32} - 90',
    },
    additive: false,
    maturityDays: 90,
    needs: ['accepted_on', 'result'],
    basis: BULLETIN_2023,
  },
} as const satisfies Record<string, Measure>

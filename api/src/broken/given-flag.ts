import { PROPOSED } from '@fengsui/domain/flags/thresholds'
import type { Stores } from '@fengsui/etl/stores/open'
import type { FoundSignal } from '../flags/findings.js'
import { FlagLife } from '../flags/flag-life.js'
import { TOWN } from './given-cases.js'

const AS_OF = '2026-11-24'

const SIGNAL: FoundSignal = {
  ...{ key: 'change|regionIssue|given', word: 'emerging', rule: 'sprout', lead: null, level: 'alert' },
  ...{
    family: 'regionIssue',
    region: TOWN,
    industry: '',
    issue: '',
    mainIndustry: '01',
    enterprise: '',
    regions: [],
  },
  ...{ regime: 'window', from: '2026-10-26', to: AS_OF, observed: 5, expected: 0.4 },
  ratio: { ratio: 12, lower: 3, upper: 40 },
  ...{ p: 0.0001, q: 0.01, perYear: 0.02, enterprises: 5, topCases: 1, reporters: 5, unknownReporters: 0 },
  ...{
    areas: 1,
    verified: 0,
    founded: 0,
    cautions: [],
    campaigns: [],
    withoutAbnormal: null,
    also: [],
    series: null,
  },
}

/** Leaves a screening of the given cases that found one thing in the first town. @returns the flag's id. */
export async function giveFlag({ metadata }: Pick<Stores, 'metadata'>, lastBatch: number): Promise<string> {
  const none = { combinations: [], rises: [], sectors: [], leads: {}, notCarried: [] }
  const findings = { ...none, signals: [SIGNAL], cases: 0, refused: 0, repeated: 0, abnormal: 0 }
  const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as object
  const { id } = await metadata.screening.create({
    data: {
      ...{ asOf: new Date(AS_OF), lastBatch, knownBy: 'load', settings: 'given', state: 'done' },
      given: plain({ thresholds: PROPOSED, campaigns: [] }),
      findings: plain(findings),
    },
  })
  await new FlagLife(metadata).takeOver({
    ...{ id, asOf: AS_OF, lastBatch, knownBy: 'load', thresholds: PROPOSED, campaigns: [], finishedAt: null },
    ...{ tested: [], findings },
  })
  return (await metadata.flag.findFirstOrThrow()).id
}

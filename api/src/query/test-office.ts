import type { CodeMember, ListName, Office } from '@fengsui/prisma/office/office'
import { RULE_NAMES, type Rules } from '@fengsui/prisma/office/rules'

const member = (code: string, name: string, more: Partial<CodeMember> = {}): CodeMember => ({
  code,
  parent: '',
  level: more.parent ? 2 : 1,
  name,
  nameEn: `${name} (en)`,
  kind: '',
  aliases: [],
  validFrom: '',
  validTo: '',
  lon: null,
  lat: null,
  tileX: null,
  tileY: null,
  supervisors: [],
  denominators: {},
  ...more,
})

const people = (value: number) => ({ population: { value, asOf: '2025-12-31' } })
const enterprises = (value: number) => ({ enterprises: { value, asOf: '2025-12-31' } })

const LISTS: Record<ListName, readonly CodeMember[]> = {
  region: [
    member('N', '北镇', { tileX: 1, tileY: 2, denominators: people(20_000) }),
    member('N1', '北一村', { parent: 'N' }),
    member('N2', '北二村', { parent: 'N' }),
    member('S', '南镇', { denominators: people(30_000) }),
    member('S1', '南一村', { parent: 'S' }),
    member('OLD', '旧镇', { validTo: '2020-12-31' }),
  ],
  industry: [
    member('mine', '矿山', { supervisors: ['YJ'], denominators: enterprises(50) }),
    member('fire', '消防', { denominators: enterprises(200) }),
    member('gas', '燃气'),
  ],
  issue: [member('blast', '违规爆破'), member('exit', '堵塞通道')],
  channel: [member('phone', '电话'), member('web', '网页')],
  department: [member('YJ', '应急局'), member('XF', '消防局')],
}

/** A small office for tests: two towns and one that is no more, three industries. */
export const testOffice: Office = {
  id: 'small',
  dir: '',
  name: '小区安委办',
  nameEn: 'Small office',
  timeZone: 'Asia/Shanghai',
  locale: 'zh',
  defaultPeriod: 'last12Months',
  mapNote: '示意图',
  mapNoteEn: 'Schematic',
  above: null,
  maps: [],
  dimensionNames: { region1: { zh: '乡镇', en: 'Town' } },
  lists: Object.fromEntries(
    Object.entries(LISTS).map(([name, members]) => [name, { name, members }]),
  ) as unknown as Office['lists'],
  sources: [],
  assessment: null,
  rules: Object.fromEntries(RULE_NAMES.map((name) => [name, []])) as unknown as Rules,
  rewards: [],
  calendar: [],
  annotations: [],
  flags: {},
  calendarKnownUntil: null,
  demo: false,
}

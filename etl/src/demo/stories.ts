import { addYears, type Day } from './days.js'
import type { Random } from './random.js'

/**
 * A report planted on purpose. Stories, all relative to the as-of day (2026-10-31 by default):
 *
 * | story      | kind            | where, what                                                    | when                         |
 * | ---------- | --------------- | -------------------------------------------------------------- | ---------------------------- |
 * | fireLane   | 典型 A          | 0501 消防通道占用, 14 towns, 36 cases and enterprises, 26 proven | last 12 months              |
 * | cateringGas| 倾向 B2 rise    | 0802 餐饮燃气隐患, sector 13, 凤山 芙蓉 仙女山, 0 → 5 a month      | last 24 months               |
 * | blackCabs  | 倾向 B1 leaning | 1101 非法营运, sector 08, 仙女山街道, 16 cases                    | last 12 months               |
 * | dust       | 苗头 C1/C2 new  | 0604 粉尘涉爆, sector 06, 长坝镇, 4 cases, 4 reporters, none ever before | last 30 days          |
 * | oneFactory | 苗头 C3         | 白马某化工厂99, 0601, 4 reports by 3 reporters                    | last 90 days                 |
 * | relapse    | 苗头 C3 反弹    | 和顺某采石场99, 0902: closed as proven, reported again            | 190 and 18 days before       |
 * | concealed  | 苗头 C3         | 0101 瞒报, sector 07, 火炉镇, 1 case, the only one of its kind     | 19 days before               |
 * | serial     | X01 pattern     | one reporter, 8 reports on 8 enterprises in 30 days, none proven  | 120 to 91 days before        |
 * | roadWorks  | 苗头 cluster    | sites along a new road: 5 towns of the north-east, 13 cases and sites, 9 issues | 24 to 6 days before |
 *
 * Late handlers (LATE_UNITS in profile.ts): 区城市管理局, 区交通运输委, 平桥镇人民政府.
 */
export interface StorySeed {
  readonly story: string
  readonly receivedOn: Day
  readonly town: string
  readonly sector: string
  readonly industry: string
  readonly issue: string
  /** Null: drawn like any other. */
  readonly enterprise: string | null
  /** People of stories have numbers of their own. */
  readonly reporter: number
  readonly result?: 'true' | 'false'
  readonly class?: 'concealment' | 'majorHazard'
}

/** Days before the as-of day, none of them enough for a week, a town or an issue to stand out by itself. */
const ROAD_DAYS = [24, 23, 22, 20, 16, 13, 12, 11, 10, 9, 8, 7, 6]
const ROAD_TOWNS = [
  ['109', '桐梓'],
  ['104', '火炉'],
  ['206', '土地'],
  ['208', '后坪'],
  ['205', '文复'],
  ['109', '桐梓'],
  ['104', '火炉'],
] as const
/** Sector, industry, issue, and what stands along the road. */
const ROAD_SITES = [
  ['07', '0701', '1002', '安置房工地'],
  ['07', '0703', '0303', '服务区装修工地'],
  ['10', '1001', '1104', '公路项目部便道'],
  ['02', '0201', '0902', '取料场'],
  ['07', '0702', '1001', '桥梁工地'],
  ['10', '1001', '0306', '公路项目部路基标段'],
  ['02', '0201', '0901', '碎石场'],
  ['07', '0701', '1005', '管理用房工地'],
  ['10', '1001', '1102', '公路项目部运输队'],
] as const

/**
 * Reports along a road that is being built: a cluster of neighbouring towns in some three weeks, of all sectors together,
 * that neither a town nor a sector nor an issue shows by itself.
 */
export const roadWorks = (asOf: Day): readonly StorySeed[] =>
  ROAD_DAYS.map((ago, i) => {
    const [sector, industry, issue, site] = ROAD_SITES[i % ROAD_SITES.length] ?? ROAD_SITES[0]
    const [town, name] = ROAD_TOWNS[i % ROAD_TOWNS.length] ?? ROAD_TOWNS[0]
    return {
      ...{ story: 'roadWorks', receivedOn: asOf - ago, sector, industry, issue },
      town: `500156${town}`,
      enterprise: `${name}某${site}${String(11 + i)}`,
      reporter: 5700 + i,
    }
  })

const TOWNS = [
  '001',
  '002',
  '003',
  '004',
  '101',
  '102',
  '104',
  '105',
  '107',
  '108',
  '109',
  '111',
  '112',
  '202',
]
const MONTH = 30.4375

/** The planted reports, in no particular order. */
export function plantStories(random: Random, asOf: Day): readonly StorySeed[] {
  return [
    ...fireLane(random, asOf),
    ...cateringGas(random, asOf),
    ...blackCabs(random, asOf),
    ...sprouts(asOf),
    ...serial(asOf),
  ]
}

function fireLane(random: Random, asOf: Day): StorySeed[] {
  const first = addYears(asOf, -1) + 1
  return Array.from({ length: 36 }, (_, i) => ({
    story: 'fireLane',
    receivedOn: first + Math.floor((i / 36) * 340) + random.between(0, 9),
    town: `500156${TOWNS[i % TOWNS.length] ?? '001'}`,
    sector: '11',
    industry: '1103',
    issue: '0501',
    enterprise: `某商业街${String(i + 51)}`,
    reporter: 5000 + i,
    result: i % 18 < 13 ? 'true' : 'false',
  }))
}

function cateringGas(random: Random, asOf: Day): StorySeed[] {
  const towns = ['500156001', '500156002', '500156003']
  return Array.from({ length: 24 }, (_, month) => {
    const start = asOf - Math.floor((24 - month) * MONTH) + 1
    return Array.from({ length: Math.round(month * 0.2) }, (_unused, i): StorySeed => ({
      story: 'cateringGas',
      receivedOn: start + random.between(0, 28),
      town: random.pick(towns),
      sector: '13',
      industry: '1303',
      issue: '0802',
      enterprise: null,
      reporter: 5100 + month * 10 + i,
    }))
  }).flat()
}

function blackCabs(random: Random, asOf: Day): StorySeed[] {
  return Array.from({ length: 16 }, (_, i) => ({
    story: 'blackCabs',
    receivedOn: asOf - random.between(20, 350),
    town: '500156003',
    sector: '08',
    industry: '0801',
    issue: '1101',
    enterprise: null,
    reporter: 5400 + i,
  }))
}

function sprouts(asOf: Day): StorySeed[] {
  const dust = { story: 'dust', town: '500156107', sector: '06', industry: '0605', issue: '0604' }
  const factory = { story: 'oneFactory', town: '500156101', sector: '03', industry: '0302', issue: '0601' }
  const relapse = { story: 'relapse', town: '500156111', sector: '02', industry: '0201', issue: '0902' }
  return [
    ...[26, 17, 9, 4].map((ago, i): StorySeed => ({
      ...dust,
      receivedOn: asOf - ago,
      enterprise: `长坝某木制品厂${String(91 + (i % 3))}`,
      reporter: 5500 + i,
    })),
    ...[81, 52, 30, 11].map((ago, i): StorySeed => ({
      ...factory,
      receivedOn: asOf - ago,
      enterprise: '白马某化工厂99',
      reporter: 5510 + Math.min(i, 2),
    })),
    { ...relapse, receivedOn: asOf - 190, enterprise: '和顺某采石场99', reporter: 5520, result: 'true' },
    { ...relapse, receivedOn: asOf - 18, enterprise: '和顺某采石场99', reporter: 5521 },
    {
      story: 'concealed',
      receivedOn: asOf - 19,
      town: '500156104',
      sector: '07',
      industry: '0701',
      issue: '0101',
      enterprise: '火炉某建筑工地99',
      reporter: 5530,
      class: 'concealment',
    },
  ]
}

function serial(asOf: Day): StorySeed[] {
  return Array.from({ length: 8 }, (_, i) => ({
    story: 'serial',
    receivedOn: asOf - 120 + i * 4,
    town: `500156${TOWNS[i] ?? '001'}`,
    sector: '11',
    industry: '1103',
    issue: '0502',
    enterprise: `某超市${String(71 + i)}`,
    reporter: 5600,
    result: 'false',
  }))
}

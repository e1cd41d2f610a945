import { monthOf, type Day } from './days.js'

/** How one sector behaves: its share of reports, its issues, when they come, where they come. All numbers are invented. */
interface SectorProfile {
  readonly share: number
  readonly issues: Readonly<Record<string, number>>
  /** Factor by month, January first; 1 all year when absent. */
  readonly season?: readonly number[]
  /** Comes around the Spring Festival and hardly otherwise. */
  readonly spring?: true
  /** Towns (by the last three digits of their code) that weigh more than their size says. */
  readonly towns?: Readonly<Record<string, number>>
}

const FLOOD = [0.6, 0.6, 0.8, 1, 1.4, 1.7, 1.8, 1.6, 1.2, 0.8, 0.6, 0.6]
const WINTER = [1.5, 1.3, 0.9, 0.8, 0.8, 0.8, 0.9, 0.9, 0.8, 0.9, 1.2, 1.5]
const SITES = [0.6, 0.4, 1.1, 1.2, 1.2, 1.1, 1, 1, 1.1, 1.1, 1.1, 1.1]
const TOURISM = [0.5, 0.6, 0.5, 0.7, 1, 1.3, 2.4, 2.4, 0.8, 1.7, 0.4, 0.4]

/** By the code of the sector in industries.csv; issues by the codes of issues.csv. */
export const SECTORS: Readonly<Record<string, SectorProfile>> = {
  '02': {
    share: 3,
    issues: { '0206': 3, '0902': 3, '0901': 2, '0905': 1, '0307': 1 },
    season: FLOOD,
    towns: { '109': 4, '111': 3, '107': 3 },
  },
  '03': { share: 5, issues: { '0603': 4, '0601': 3, '0606': 2, '0602': 2, '0301': 1 }, towns: { '101': 4 } },
  '04': { share: 5, issues: { '0701': 5, '0702': 3, '0703': 1, '0704': 2 }, spring: true },
  '05': { share: 0.3, issues: { '0307': 1 } },
  '06': {
    share: 9,
    issues: {
      '0302': 2,
      '0305': 2,
      '0401': 2,
      '0402': 2,
      '0404': 2,
      '1401': 2,
      '1402': 1,
      '1501': 2,
      '1502': 2,
    },
    towns: { '101': 5, '107': 3 },
  },
  '07': {
    share: 13,
    issues: { '1001': 2, '1002': 5, '1003': 2, '1004': 2, '1005': 2, '0205': 2, '0303': 3, '0207': 1 },
    season: SITES,
    towns: { '001': 2, '002': 2, '003': 2 },
  },
  '08': { share: 10, issues: { '1101': 4, '1102': 4, '1103': 2, '1104': 3, '1105': 2 }, season: FLOOD },
  '09': { share: 0.8, issues: { '1106': 1 }, season: FLOOD, towns: { '102': 5, '004': 4 } },
  '10': { share: 1.2, issues: { '1104': 2, '0306': 2, '0303': 1 } },
  '11': {
    share: 21,
    issues: { '0501': 4, '0502': 5, '0503': 3, '0504': 2, '0505': 5, '0506': 3 },
    season: WINTER,
    towns: { '001': 2, '002': 2 },
  },
  '12': {
    share: 6,
    issues: { '1201': 5, '1202': 2, '1203': 1, '1204': 1, '1205': 1, '1206': 2 },
    towns: { '001': 2, '002': 2, '003': 2 },
  },
  '13': {
    share: 8,
    issues: { '0801': 3, '0802': 2, '0803': 2, '0804': 3 },
    season: WINTER,
    towns: { '001': 2, '002': 2 },
  },
  '14': { share: 2, issues: { '0302': 2, '1403': 2, '0306': 1 }, towns: { '001': 4, '002': 4 } },
  '15': {
    share: 8,
    issues: { '1301': 3, '1302': 3, '1303': 2, '1304': 4 },
    season: TOURISM,
    towns: { '003': 9, '102': 2, '208': 2, '004': 2 },
  },
  '16': { share: 1.5, issues: { '0305': 2, '0303': 1, '1403': 1 } },
  '17': { share: 0.5, issues: { '1402': 1, '0401': 1 } },
  '18': { share: 0.1, issues: { '1106': 1 } },
  '19': { share: 1.5, issues: { '0302': 1, '1501': 2, '1502': 1 }, season: FLOOD },
  '20': { share: 1.5, issues: { '0502': 2, '0506': 2, '1103': 1 } },
  '21': { share: 1.2, issues: { '0502': 3, '0506': 1 } },
  '22': {
    share: 0.5,
    issues: { '0301': 2, '1501': 1 },
    season: [1.4, 1.6, 2, 1.6, 0.6, 0.4, 0.8, 1.2, 0.6, 0.4, 0.6, 0.8],
  },
  '23': { share: 1, issues: { '0601': 1, '0505': 2, '0502': 1 } },
  '24': { share: 2, issues: { '0504': 2, '1004': 2, '0506': 1 } },
  '99': { share: 2, issues: { '9901': 3, '9902': 2 } },
}

/** How much heavier a town is than the number of its villages says, by the last three digits of its code. */
export const TOWN_FACTORS: Readonly<Record<string, number>> = {
  '001': 3.2,
  '002': 3,
  '003': 2.6,
  '004': 1.4,
  '101': 1.8,
  '102': 1.1,
  '104': 0.8,
}
/** Of a town that TOWN_FACTORS does not name. */
export const OTHER_TOWN_FACTOR = 0.7

/** Units that are late again and again, with the median days from acceptance to closing that they take. */
export const LATE_UNITS: Readonly<Record<string, number>> = { CG: 60, JT: 57, T500156108: 62 }
export const USUAL_MEDIAN_DAYS = 26.5

/** How often reports on an issue prove right, where it differs from the usual 42 % (and 16 % in part). */
export const PROVEN: Readonly<Record<string, number>> = {
  '0501': 0.62,
  '0505': 0.6,
  '1104': 0.55,
  '9901': 0.02,
  '9902': 0,
}

/** The factor of a sector on a day: its season, or its distance from the next Spring Festival. */
export function seasonFactor(profile: SectorProfile, day: Day, springFestivals: readonly Day[]): number {
  if (profile.spring === true) {
    const near = springFestivals.some((first) => day >= first - 25 && day <= first + 15)
    return near ? 8 : 0.25
  }
  return profile.season?.[monthOf(day) - 1] ?? 1
}

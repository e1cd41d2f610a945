import type { RewardStandard } from './standard.js'

const YUAN = 100

/** 渝安办〔2021〕49号 in part, a text that is not public, and 安监总财〔2018〕19号 as the reference, as an office has them. */
export const STANDARDS: readonly RewardStandard[] = [
  {
    id: 'city49',
    from: '2021-01-01',
    to: null,
    isPublic: true,
    isReference: false,
    items: [
      { id: 'unlicensed', amount: 5000 * YUAN },
      { id: 'untrained', amount: 1000 * YUAN },
      { id: 'majorSource', amount: 10_000 * YUAN },
    ],
    formulas: [],
  },
  {
    id: 'district78',
    from: '2021-01-01',
    to: null,
    isPublic: false,
    isReference: false,
    items: [],
    formulas: [],
  },
  {
    id: 'national19',
    from: '2018-01-04',
    to: null,
    isPublic: true,
    isReference: true,
    items: [],
    formulas: [
      {
        kind: 'fine',
        classes: ['majorHazard', 'violation'],
        basisPoints: 1500,
        floor: 3000 * YUAN,
        cap: 300_000 * YUAN,
      },
      {
        kind: 'deaths',
        classes: ['concealment'],
        perDeath: {
          general: 30_000 * YUAN,
          larger: 40_000 * YUAN,
          major: 50_000 * YUAN,
          gravest: 60_000 * YUAN,
        },
        cap: 300_000 * YUAN,
      },
    ],
  },
]

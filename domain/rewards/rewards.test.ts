import { describe, expect, it } from 'vitest'
import { seeded } from '../statistics/random.js'
import { deviationOf } from './deviation.js'
import { shareOf } from './formulas.js'
import type { RewardFacts } from './matter.js'
import { adviseReward } from './reckoning.js'
import { rewardStage } from './stage.js'
import { ACCIDENT_LEVELS, type RewardStandard } from './standard.js'
import { STANDARDS } from './testing.js'

const facts = (more: Partial<RewardFacts>): RewardFacts => ({
  decidedOn: '2026-03-02',
  reportClass: 'violation',
  item: null,
  fine: null,
  accidentLevel: null,
  concealedDeaths: null,
  isRewardedAlready: false,
  ...more,
})
const advise = (more: Partial<RewardFacts>, standards: readonly RewardStandard[] = STANDARDS) =>
  adviseReward(facts(more), standards)
/** Yuan as they are written in a text: `1,234.5`. */
const yuan = (text: string): number => Math.round(Number(text.replaceAll(',', '')) * 100)

/*
 * The same once more, written from the texts: yuan as decimal text, whole numbers without a limit, long multiplication by
 * 15 and division by a hundred, and one sentence of the text after the other. Nothing of what is tested.
 */
function written(of: RewardFacts): { own: string | null; reference: string | null } {
  if (of.isRewardedAlready) return { own: '0.00', reference: '0.00' }
  const table: Readonly<Record<string, string>> = {
    unlicensed: '5000.00',
    untrained: '1000.00',
    majorSource: '10000.00',
  }
  const own = of.decidedOn >= '2021-01-01' && of.item !== null ? (table[of.item] ?? null) : null
  return { own, reference: of.decidedOn < '2018-01-04' ? null : national(of) }
}

function national(of: RewardFacts): string | null {
  const most = 30_000_000n
  if (of.reportClass === 'concealment') {
    if (of.accidentLevel === null || of.concealedDeaths === null) return null
    const each = { general: 3n, larger: 4n, major: 5n, gravest: 6n }[of.accidentLevel]
    let sum = 0n
    for (let dead = 0; dead < of.concealedDeaths; dead++) sum += each * 1_000_000n
    return of.concealedDeaths === 0 ? null : inYuan(sum > most ? most : sum)
  }
  if (of.reportClass === 'hazard' || of.fine === null) return null
  const hundredths = BigInt(of.fine) * 15n
  const fen = hundredths / 100n + (hundredths % 100n >= 50n ? 1n : 0n)
  const least = 300_000n
  return inYuan(fen < least ? least : fen > most ? most : fen)
}
const inYuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
const fenText = (fen: number | null): string | null => (fen === null ? null : inYuan(BigInt(fen)))

const random = seeded(20_260_302)
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
/** Fines of every size, the edges of floor and cap among them, to the fen. */
const drawFine = (): number => {
  const edge = pick([2_000_000, 200_000_000])
  const near = Math.max(0, edge + Math.floor(random() * 41) - 20)
  return pick([
    Math.floor(10 ** (random() * 13)),
    near,
    pick([0, 1, 3, 10, 30, 50, 90, 9_007_199_254_740_991]),
  ])
}
const drawFacts = (): RewardFacts =>
  facts({
    decidedOn: pick(['2017-12-31', '2018-01-03', '2018-01-04', '2020-12-31', '2021-01-01', '2026-11-24']),
    reportClass: pick(['concealment', 'majorHazard', 'violation', 'hazard']),
    item: pick([null, null, 'unlicensed', 'untrained', 'majorSource', 'no such item']),
    fine: random() < 0.1 ? null : drawFine(),
    accidentLevel: random() < 0.1 ? null : pick(ACCIDENT_LEVELS),
    concealedDeaths: random() < 0.1 ? null : Math.floor(random() * 40),
    isRewardedAlready: random() < 0.05,
  })

describe('the amount', () => {
  it('10,000 random rewards are the same to the fen as those that were written from the texts', () => {
    const seen = { own: 0, reference: 0 }
    for (let i = 0; i < 10_000; i++) {
      const of = drawFacts()
      const { own, reference } = adviseReward(of, STANDARDS)
      expect([of, { own: fenText(own.amount), reference: fenText(reference.amount) }]).toEqual([
        of,
        written(of),
      ])
      seen.own += Number(own.amount !== null)
      seen.reference += Number(reference.amount !== null)
    }
    expect(seen.own).toBeGreaterThan(2000)
    expect(seen.reference).toBeGreaterThan(4000)
  })

  it.each([
    // 15 % of 20,000 is the floor, of 2,000,000 the cap.
    ['10,000', '3,000', ['share', 'raised']],
    ['20,000', '3,000', ['share']],
    ['20,000.06', '3,000.01', ['share']],
    ['50,000', '7,500', ['share']],
    ['123,456.78', '18,518.52', ['share']],
    ['2,000,000', '300,000', ['share']],
    ['2,000,000.04', '300,000', ['share', 'cut']],
    ['0', '3,000', ['share', 'raised']],
  ])('a fine of %s yuan gives %s', (fine, amount, kinds) => {
    const { reference } = advise({ fine: yuan(fine) })
    expect([reference.amount, reference.steps.map(({ kind }) => kind)]).toEqual([yuan(amount), kinds])
  })

  it.each([
    ['general', 2, '60,000'],
    ['larger', 3, '120,000'],
    ['larger', 8, '300,000'],
    ['major', 6, '300,000'],
    ['gravest', 30, '300,000'],
    ['gravest', 1, '60,000'],
  ] as const)(
    'a concealed accident (%s) with %i deaths gives %s',
    (accidentLevel, concealedDeaths, amount) => {
      const { reference } = advise({ reportClass: 'concealment', accidentLevel, concealedDeaths })
      expect(reference.amount).toBe(yuan(amount))
    },
  )

  it('a bigger fine never gives less, and no reward leaves floor and cap', () => {
    const fines = Array.from({ length: 2000 }, drawFine).sort((a, b) => a - b)
    const amounts = fines.map((fine) => advise({ fine }).reference.amount ?? NaN)
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
    expect(Math.min(...amounts)).toBe(yuan('3,000'))
    expect(Math.max(...amounts)).toBe(yuan('300,000'))
    expect(amounts.every(Number.isSafeInteger)).toBe(true)
  })

  it('shares of the parts differ from the share of the whole by half a fen a part at most', () => {
    for (let i = 0; i < 2000; i++) {
      const [a, b] = [Math.floor(random() * 1e9), Math.floor(random() * 1e9)]
      expect(Math.abs(shareOf(a, 1500) + shareOf(b, 1500) - shareOf(a + b, 1500))).toBeLessThanOrEqual(1)
    }
  })
})

describe('the order of the texts', () => {
  it('an item of the table has its amount, whatever the fine, and the reference stands beside it', () => {
    const { own, reference } = advise({ item: 'unlicensed', fine: yuan('100,000') })
    expect(own).toEqual({
      amount: yuan('5,000'),
      standard: 'city49',
      steps: [{ kind: 'listed', standard: 'city49', item: 'unlicensed', amount: yuan('5,000') }],
    })
    expect([reference.amount, reference.standard]).toEqual([yuan('15,000'), 'national19'])
  })

  it('what the table has not is for the next text; one that is not public says nothing', () => {
    expect(advise({ fine: yuan('100,000') }).own).toEqual({
      amount: null,
      standard: 'district78',
      steps: [
        { kind: 'notListed', standard: 'city49' },
        { kind: 'notPublic', standard: 'district78' },
      ],
    })
  })

  it('an office that has the second text reckons by it', () => {
    const [first, second, third] = STANDARDS
    const known = [
      first,
      { ...second, isPublic: true, formulas: third?.formulas ?? [] },
      third,
    ] as RewardStandard[]
    const { own } = advise({ fine: yuan('100,000') }, known)
    expect([own.amount, own.standard]).toEqual([yuan('15,000'), 'district78'])
  })

  it('a decision is measured by the version of its day', () => {
    const [first] = STANDARDS as [RewardStandard]
    const later = { ...first, from: '2026-07-01', items: [{ id: 'unlicensed', amount: yuan('8,000') }] }
    const versions = [{ ...first, to: '2026-06-30' }, later]
    const on = (decidedOn: string) => advise({ decidedOn, item: 'unlicensed' }, versions).own
    expect(on('2026-06-30').amount).toBe(yuan('5,000'))
    expect(on('2026-07-01').amount).toBe(yuan('8,000'))
    expect(on('2020-12-31')).toEqual({
      amount: null,
      standard: null,
      steps: [{ kind: 'notInForce', standard: 'city49' }],
    })
  })

  it('says what is missing, and of which class no formula speaks', () => {
    const kindsOf = (more: Partial<RewardFacts>) => advise(more).reference.steps
    expect(kindsOf({})).toEqual([{ kind: 'missing', what: 'fine' }])
    expect(kindsOf({ reportClass: 'concealment' })).toEqual([{ kind: 'missing', what: 'accidentLevel' }])
    expect(kindsOf({ reportClass: 'concealment', accidentLevel: 'major', concealedDeaths: 0 })).toEqual([
      { kind: 'missing', what: 'concealedDeaths' },
    ])
    expect(kindsOf({ reportClass: 'hazard', fine: yuan('100,000') })).toEqual([
      { kind: 'notCovered', standard: 'national19' },
    ])
  })

  it('one matter is rewarded once', () => {
    const { own, reference } = advise({ item: 'unlicensed', fine: 1, isRewardedAlready: true })
    expect([own.amount, reference.amount]).toEqual([0, 0])
  })
})

describe('a decision held against the texts', () => {
  it('against the own ones, or where these say nothing against the reference', () => {
    expect(deviationOf(yuan('3,000'), advise({ item: 'unlicensed', fine: 0 }))).toEqual({
      decided: yuan('3,000'),
      amount: yuan('5,000'),
      difference: -yuan('2,000'),
      ratio: -0.4,
      against: 'own',
    })
    expect(deviationOf(yuan('3,000'), advise({ fine: yuan('10,000') }))).toMatchObject({
      difference: 0,
      against: 'reference',
    })
    expect(deviationOf(yuan('3,000'), advise({ isRewardedAlready: true }))).toMatchObject({
      difference: yuan('3,000'),
      ratio: null,
    })
    expect(deviationOf(yuan('3,000'), advise({}))).toBeNull()
  })
})

it.each([
  [{}, 'decided'],
  [{ notifiedOn: '2026-03-05', claimDueOn: '2026-05-04' }, 'notified'],
  [{ notifiedOn: '2026-03-05', claimDueOn: '2026-05-03' }, 'lapsed'],
  [{ notifiedOn: '2026-03-05' }, 'notified'],
  [{ notifiedOn: '2026-03-05', claimDueOn: '2026-05-03', paidOn: '2026-05-04' }, 'paid'],
  [{ paidOn: '2026-03-04' }, 'paid'],
  [{ isRewarded: false }, 'refused'],
  [{ decidedOn: null, isRewarded: false }, null],
] as const)('a reward with %o is %s', (more, stage) => {
  const days = { decidedOn: '2026-03-02', isRewarded: true, notifiedOn: null, claimDueOn: null, paidOn: null }
  expect(rewardStage({ ...days, ...more }, '2026-05-04')).toBe(stage)
})

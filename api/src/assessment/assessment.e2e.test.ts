import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { rebuildCases } from '@fengsui/etl/load/current-cases'
import { holderAt } from '@fengsui/domain/rules/holder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AssessedDemo, type AssessedCase, startAssessed } from './testing/assessed-demo.js'

const QUARTER = '2026Q3'
const [FROM, TO] = ['2026-07-01', '2026-09-30']
/** A town that loses points, another, and what the first is called in the list of units. */
let [TOWN, OTHER_TOWN, TOWN_UNIT] = ['', '', '']

let dir: string
let on: AssessedDemo
let cases: readonly AssessedCase[]
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-assessment-'))
  on = await startAssessed(dir, rebuildCases)
  cases = await on.cases()
  const towns = cases.flatMap(lateNaively).flatMap(({ unit }) => (unit.startsWith('T') ? unit : []))
  TOWN_UNIT = towns[0]!
  TOWN = `town:${TOWN_UNIT.slice(1)}`
  OTHER_TOWN = TOWN === 'town:500156101' ? 'town:500156001' : 'town:500156101'
  for (const persona of ['office', 'leader', 'assessor', 'intake', TOWN, OTHER_TOWN, 'department:YJ'])
    await on.signIn(persona)
}, 300_000)
afterAll(async () => {
  await on.close()
  await rm(dir, { recursive: true })
})

const nameOf = (code: string): string | undefined =>
  on.office.lists.department.members.find((unit) => unit.code === code)?.name
const isIn = (day: string | null): boolean => day !== null && day >= FROM && day <= TO

/** What the notice punishes, once more and plainly: the day a limit ran out in the quarter, and who had the case then. */
function lateNaively(of: AssessedCase): { unit: string; case: string; rule: string }[] {
  const at = (rule: string, day: string) => ({ unit: holderAt(of, day), case: of.id, rule })
  const missed = (due: string | null, done: string | null): due is string =>
    due !== null && (done === null || done > due)
  const loop = [
    ...(missed(of.due, of.closed) || missed(of.due, of.verified) ? [of.due] : []),
    ...(of.contactable && missed(of.replyDue, of.replied) ? [of.replyDue] : []),
  ].sort()[0]
  const told = of.notified !== null && of.rewardDue !== null && of.notified <= of.rewardDue
  const unclaimed = told && (of.paid === null || of.claimDue === null || of.paid <= of.claimDue)
  return [
    ...(loop !== undefined && isIn(loop) && !of.fatal ? [at('openLoop', loop)] : []),
    ...(missed(of.rewardDue, of.paid) && isIn(of.rewardDue) && !unclaimed && !of.fatal
      ? [at('unpaidReward', of.rewardDue)]
      : []),
  ]
}

describe('a quarter that is not closed', () => {
  it('is reckoned for whoever assesses, as one reckons it case by case', async () => {
    const board = await on.board('office', QUARTER)
    const units = board.leagues.flatMap((league) => league.units)
    const late = cases.flatMap(lateNaively)
    expect(late.filter(({ unit }) => unit !== '').length).toBeGreaterThan(20)
    for (const unit of units) {
      const own = late.filter((each) => each.unit === unit.code)
      const loop = Math.min(3, own.filter(({ rule }) => rule === 'openLoop').length * 0.5)
      const unpaid = own.filter(({ rule }) => rule === 'unpaidReward').length
      expect([unit.name, unit.score]).toEqual([unit.name, 100 - loop - unpaid])
      expect(unit.taken?.reduce((sum, { count }) => sum + count, 0)).toBe(own.length)
    }
    for (const { units: league } of board.leagues)
      for (const { rank, score, name } of league.filter((unit) => unit.rank !== null)) {
        const better = league.filter((other) => other.rank !== null && other.score > score).length
        expect([name, rank]).toEqual([name, better + 1])
      }
  })

  it('has the rates of the catalogue, each case for whoever had it on the day that counts', async () => {
    const board = await on.board('office', QUARTER)
    const settled = cases.filter(({ fatal, due, closed }) => {
      const day = due && (closed !== null && closed < due ? closed : due)
      return !fatal && isIn(day)
    })
    const judged = cases.filter(({ fatal, verified, result }) => !fatal && isIn(verified) && result !== '')
    for (const unit of board.leagues.flatMap((league) => league.units)) {
      const own = settled.filter(
        (of) => holderAt(of, of.closed !== null && of.closed < of.due! ? of.closed : of.due!) === unit.code,
      )
      const onTime = own.filter(({ closed, due }) => closed !== null && closed <= due!)
      const found = judged.filter((of) => holderAt(of, of.verified!) === unit.code)
      const handled = cases.filter((of) => {
        const isOpen = of.accepted !== null && of.accepted <= TO && (of.closed === null || of.closed >= FROM)
        if (of.fatal || !isOpen || of.rejected !== null || of.state === 'withdrawn') return false
        return holderAt(of, of.closed !== null && of.closed < TO ? of.closed : TO) === unit.code
      })
      const [rate, verified] = unit.rates
      expect([unit.name, rate?.n, rate?.share ?? null, verified?.n, unit.handled]).toEqual([
        unit.name,
        own.length,
        own.length === 0 ? null : onTime.length / own.length,
        found.length,
        handled.length,
      ])
    }
  })

  it('is told to nobody else', async () => {
    expect((await on.board('leader', null)).leagues).toEqual([])
    expect((await on.board('leader', QUARTER)).code).toBe('unknownAssessment')
    expect((await on.board(TOWN, QUARTER)).code).toBe('unknownAssessment')
    expect((await on.unit(TOWN, QUARTER, TOWN_UNIT)).code).toBe('unknownAssessment')
    await expect(on.board('intake', null)).rejects.toThrow('FORBIDDEN')
    await expect(on.step('leader', `closeQuarter(quarter: "${QUARTER}")`)).rejects.toThrow('FORBIDDEN')
  })
})

describe('from closing to publication', () => {
  let first = ''
  let second = ''
  let published = ''

  it('a quarter is closed once, and only when it is over', async () => {
    const told = await on.step('assessor', 'closeQuarter(quarter: "2026Q4")')
    expect([told.code, told.message]).toEqual(['badAssessment', expect.stringContaining('2026-12-31')])
    expect((await on.step('office', 'closeQuarter(quarter: "2026-3")')).message).toContain('2026Q3')
    first = (await on.step('assessor', `closeQuarter(quarter: "${QUARTER}")`)).id
    expect((await on.step('office', `closeQuarter(quarter: "${QUARTER}")`)).message).toContain('已经关账')
    expect((await on.step('office', `publishAssessment(id: "${first}")`)).message).toContain('不在预览中')
    expect((await on.board(TOWN, null)).leagues).toEqual([])
  })

  it('in preview a unit sees its own part, case by case, and no other', async () => {
    await on.step('office', `previewAssessment(id: "${first}")`)
    expect((await on.step('office', `previewAssessment(id: "${first}")`)).message).toContain('只有草稿')
    const board = await on.board(TOWN, null)
    expect([board.leagues, board.previewed?.id, board.ownUnit]).toEqual([[], QUARTER, TOWN_UNIT])
    const own = await on.unit(TOWN, QUARTER, TOWN_UNIT)
    expect(own.items.map(({ subject }) => subject).sort()).toEqual(
      (await on.unit('office', QUARTER, TOWN_UNIT)).items.map(({ subject }) => subject).sort(),
    )
    expect(own.items.length).toBeGreaterThan(0)
    expect((await on.unit(TOWN, QUARTER, 'YJ')).code).toBe('unknownAssessment')
    expect((await on.unit('leader', QUARTER, TOWN_UNIT)).code).toBe('unknownAssessment')
    expect((await on.unit(OTHER_TOWN, QUARTER, TOWN_UNIT)).code).toBe('unknownAssessment')
    const shown = await on.audited('listDeductions', TOWN)
    expect(shown[0]).toMatchObject({ unit: TOWN_UNIT, quarter: QUARTER })
    const assessor = await on.unit('assessor', QUARTER, TOWN_UNIT)
    expect(assessor.items.map(({ caseId }) => caseId)).toEqual(assessor.items.map(() => null))
  })

  it('a unit objects to what is its own, once; upheld, it leaves with a new version that says so', async () => {
    const { items } = await on.unit(TOWN, QUARTER, TOWN_UNIT)
    const item = items.find(({ mayObject }) => mayObject)!
    const objection = (more: object = {}) => ({
      assessment: first,
      rule: item.rule,
      subject: item.subject,
      reason: '当日已办结，系统录入有误',
      ...more,
    })
    const other = cases.flatMap(lateNaively).find(({ unit }) => unit === 'YJ')!
    expect((await on.object(TOWN, objection({ subject: other.case }))).code).toBe('unknownAssessment')
    expect((await on.object(TOWN, objection({ reason: '请打13800138000' }))).code).toBe('badNote')
    expect((await on.object(TOWN, objection())).code).toBeUndefined()
    expect((await on.object(TOWN, objection())).message).toContain('已经申诉过')
    expect((await on.step('office', `publishAssessment(id: "${first}", reason: "已核")`)).message).toContain(
      '1件申诉没有决定',
    )
    const [raised] = (await on.board('office', QUARTER)).objections
    expect(raised).toMatchObject({ name: item.name, upheld: null })
    const decide = `decideObjection(id: "${raised?.id}", upheld: true, reason: "核对原件，予以采纳")`
    expect((await on.step('assessor', decide)).code).toBeUndefined()
    expect((await on.step('assessor', decide)).code).toBe('unknownAssessment')
    expect((await on.step('office', `publishAssessment(id: "${first}", reason: "已核")`)).message).toContain(
      '先生成新版本',
    )
    second = (await on.step('office', `reviseQuarter(quarter: "${QUARTER}", reason: "采纳申诉")`)).id
    const board = await on.board('office', QUARTER)
    expect(board.difference?.items).toMatchObject([{ added: false, name: item.name }])
    expect(board.difference?.units.map(({ unit }) => unit)).toContain(nameOf(TOWN_UNIT))
    expect((await on.unit('office', QUARTER, TOWN_UNIT)).items).toContainEqual(
      expect.objectContaining({ subject: item.subject, points: 0, spared: '不扣分：申诉已采纳' }),
    )
    expect(
      (await on.step('office', `reviseQuarter(quarter: "${QUARTER}", reason: "再算")`)).message,
    ).toContain('不必生成新版本')
  })

  it('is published when the time for objections is over, or for a reason; then everybody sees the tables', async () => {
    expect((await on.step('office', `previewAssessment(id: "${first}")`)).message).toContain('更新的版本')
    await on.step('office', `previewAssessment(id: "${second}")`)
    expect((await on.step('office', `publishAssessment(id: "${second}")`)).message).toContain('写明理由')
    await on.step('office', `publishAssessment(id: "${second}", reason: "各单位均无异议")`)
    const board = await on.board('leader', null)
    published = JSON.stringify(board)
    expect(board.version).toMatchObject({ id: second, version: 2, state: 'published' })
    expect(board.version?.steps.map(({ label }) => label)).toEqual(['生成新版本', '送各单位预览', '发布'])
    const units = board.leagues.flatMap((league) => league.units)
    expect(units.map(({ taken, signs }) => [taken, signs])).toEqual(units.map(() => [null, null]))
    const seen = (await on.board(TOWN, null)).leagues.flatMap((league) => league.units)
    expect(seen.filter(({ taken }) => taken !== null).map(({ code }) => code)).toEqual([TOWN_UNIT])
    const small = units.filter(({ handled }) => handled !== null && handled > 0 && handled < 3)
    for (const { code } of small.filter((unit) => unit.code !== TOWN_UNIT))
      expect(seen.find((unit) => unit.code === code)).toMatchObject({ handled: null })
  })

  it('a case is corrected afterwards: the published table stays, and a new version names the case', async () => {
    const late = cases.filter((of) => of.due && isIn(of.due) && !of.fatal && (of.closed ?? '9') > of.due)
    const of = late.find((each) => lateNaively(each)[0]?.unit === 'YJ')!
    await on.correct(
      of.id,
      `toDate32('${of.due}') AS closed_on, toDate32('${of.due}') AS verified_on, NULL AS reply_due_on`,
    )
    expect(JSON.stringify(await on.board('leader', null))).toBe(published)
    const proof = await on.ask<{ isSame: boolean }>(
      'assessor',
      `query { assessmentProof(id: "${second}") { ... on AssessmentProof { isSame } } }`,
    )
    expect(proof.isSame).toBe(true)
    const third = await on.step(
      'office',
      `reviseQuarter(quarter: "${QUARTER}", reason: "承办单位补录办结日期")`,
    )
    const board = await on.board('office', QUARTER)
    expect(board.version).toMatchObject({ id: third.id, version: 3, state: 'draft' })
    expect(board.difference?.items).toEqual([
      expect.objectContaining({ added: false, name: of.caseNo, unit: '区应急管理局' }),
    ])
    const earlier = await on.board('leader', null)
    expect(JSON.stringify({ ...earlier, version: { ...earlier.version, isLatest: true } })).toBe(published)
  })
})

it('leaks are for whoever assesses and the unit itself; commendations are for all, and in no score', async () => {
  const entry = (kind: string, unit: string) =>
    on.step(
      'assessor',
      `addAssessmentEntry(entry: { kind: ${kind}, unit: "${unit}", day: "2026-08-14", documentNo: "武安委办〔2026〕31号", text: "已通报" })`,
    )
  expect((await entry('leak', 'nobody')).code).toBe('badAssessment')
  const leak = await entry('leak', TOWN_UNIT)
  await entry('bonus', 'XF')
  const revised = await on.step('office', `reviseQuarter(quarter: "${QUARTER}", reason: "补记失密泄密")`)
  expect((await on.board('office', QUARTER)).difference?.items).toMatchObject([
    { added: true, name: '武安委办〔2026〕31号' },
  ])
  await on.step('office', `previewAssessment(id: "${revised.id}")`)
  await on.step('office', `publishAssessment(id: "${revised.id}", reason: "各单位均无异议")`)
  const kinds = async (persona: string) => (await on.board(persona, QUARTER)).entries.map(({ kind }) => kind)
  expect((await kinds('assessor')).sort()).toEqual(['bonus', 'leak'])
  expect((await kinds(TOWN)).sort()).toEqual(['bonus', 'leak'])
  expect(await kinds('department:YJ')).toEqual(['bonus'])
  expect(await kinds('leader')).toEqual(['bonus'])
  for (const persona of ['leader', 'department:YJ', OTHER_TOWN])
    expect(JSON.stringify(await on.board(persona, QUARTER))).not.toContain('31号〕失密')
  expect((await on.unit(TOWN, QUARTER, TOWN_UNIT)).items.map(({ name }) => name)).toContain(
    '武安委办〔2026〕31号',
  )
  expect((await on.step('office', `withdrawAssessmentEntry(id: "${leak.id}")`)).code).toBeUndefined()
  expect((await on.step('office', `withdrawAssessmentEntry(id: "${leak.id}")`)).code).toBe(
    'unknownAssessment',
  )
})

describe('a table that leaves', () => {
  it('says scores and places, hides small numbers and names no case; it is written down', async () => {
    const { id } = (await on.board('leader', QUARTER)).version!
    for (const format of ['xlsx', 'pptx', 'pdf'] as const) {
      const { status, parts } = await on.file('leader', { format, ranking: id })
      expect([format, status]).toEqual([format, 200])
      if (format !== 'xlsx') continue
      const text = parts.join('')
      expect(text).toContain('区应急管理局')
      expect(text).toContain('满分100分')
      expect(cases.filter(({ caseNo }) => text.includes(caseNo))).toEqual([])
    }
    expect((await on.audited('leavingRanking', 'leader'))[0]).toMatchObject({ version: id })
    expect((await on.audited('export', 'leader')).length).toBe(3)
  })

  it('is had by whoever assesses too, and by nobody who sees no table', async () => {
    const { id } = (await on.board('leader', QUARTER)).version!
    expect((await on.file('assessor', { format: 'pdf', ranking: id })).status).toBe(200)
    expect((await on.file('intake', { format: 'pdf', ranking: id })).status).toBe(403)
    expect((await on.file('leader', { format: 'csv', ranking: id })).status).toBe(400)
    expect((await on.file('leader', { format: 'pdf', ranking: 'x' })).status).toBe(0)
  })
})

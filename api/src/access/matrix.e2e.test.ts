import { readFile } from 'node:fs/promises'
import { Kind, parse } from 'graphql/index.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answered, type TestServer, startTestServer } from '../testing.js'
import { ROLES, type RoleId } from './roles.js'

// Security checklist 44: every field of the API × every role.

const EVERYBODY = Object.keys(ROLES) as RoleId[]
const MAY_EXPORT = EVERYBODY.filter((role) => ROLES[role].scope.export)
const SEE_SMALL = EVERYBODY.filter((role) => ROLES[role].scope.smallCells === 'leaving')
const SEE_RANKING: readonly RoleId[] = ['leader', 'office', 'department', 'town', 'assessor']
const ASSESS: readonly RoleId[] = ['office', 'assessor']
/** How each field is asked, and whom it answers; who is not named is refused. A field that is not here fails the test. */
const DECIDED: Record<string, { readonly ask: string; readonly answers: readonly RoleId[] }> = {
  'Query.viewer': { ask: '{ viewer { persona } }', answers: EVERYBODY },
  'Query.office': { ask: '{ office { id } }', answers: EVERYBODY },
  'Query.catalogue': { ask: '{ catalogue { measures { id } } }', answers: EVERYBODY },
  'Query.members': { ask: '{ members(dimension: region1) { code } }', answers: EVERYBODY },
  // Of the cases that lie within the scope only; which those are is tested with the queries.
  'Query.metrics': {
    ask: '{ metrics(request: { measures: [received], period: { preset: all } }) { __typename } }',
    answers: EVERYBODY,
  },
  // Of an answer that was given to somebody of the same scope; here none was.
  'Query.provenance': {
    ask: '{ provenance(id: "x") { ... on Rejection { code } } }',
    answers: EVERYBODY,
  },
  'Query.again': { ask: '{ again(id: "x") { ... on Rejection { code } } }', answers: EVERYBODY },
  'Query.cases': {
    ask: '{ cases(of: { answer: "x", measure: received }) { ... on Rejection { code } } }',
    answers: ['leader', 'office', 'department', 'town', 'intake'],
  },
  'Query.enterprises': {
    ask: '{ enterprises(of: { answer: "x", measure: received }) { ... on Rejection { code } } }',
    answers: ['leader', 'office', 'department', 'town', 'intake'],
  },
  'Query.case': {
    ask: '{ case(id: "x") { ... on Rejection { code } } }',
    answers: ['leader', 'office', 'department', 'town', 'intake'],
  },
  // Views hold no data, and those of another persona are not there.
  'Query.savedViews': { ask: '{ savedViews { id } }', answers: EVERYBODY },
  'Mutation.saveView': {
    ask: 'mutation { saveView(name: "a", address: "/explore") { __typename ... on Rejection { code } } }',
    answers: EVERYBODY,
  },
  'Mutation.removeView': {
    ask: 'mutation { removeView(id: "x") { __typename ... on Rejection { code } } }',
    answers: EVERYBODY,
  },
  // Outlines of areas that everybody knows; no number stands in them.
  'Query.maps': { ask: '{ maps { hash } }', answers: EVERYBODY },
  'Mutation.removeMap': {
    ask: 'mutation { removeMap(level: region2) { __typename ... on Rejection { code } } }',
    answers: ['office', 'admin'],
  },
  // Questions that are to become a file, of the own persona; they hold no data.
  'Query.basket': { ask: '{ basket { items { id } } }', answers: MAY_EXPORT },
  'Mutation.addToBasket': {
    ask: 'mutation { addToBasket(item: "{}") { __typename ... on Rejection { code } } }',
    answers: MAY_EXPORT,
  },
  'Mutation.renameInBasket': {
    ask: 'mutation { renameInBasket(id: "x", title: "a") { __typename ... on Rejection { code } } }',
    answers: MAY_EXPORT,
  },
  'Mutation.arrangeBasket': {
    ask: 'mutation { arrangeBasket(ids: []) { __typename ... on Rejection { code } } }',
    answers: MAY_EXPORT,
  },
  'Mutation.removeFromBasket': {
    ask: 'mutation { removeFromBasket(ids: []) { __typename ... on Rejection { code } } }',
    answers: MAY_EXPORT,
  },
  // Of what concerns the cases that one sees; that is tested with the annotations.
  'Query.annotations': {
    ask: '{ annotations(period: { preset: all }) { __typename ... on Rejection { code } } }',
    answers: EVERYBODY,
  },
  'Mutation.addAnnotation': {
    ask: 'mutation { addAnnotation(annotation: { kind: policy, from: "2026-01-01", text: "" }) { __typename ... on Rejection { code } } }',
    answers: ['office'],
  },
  'Mutation.changeAnnotation': {
    ask: 'mutation { changeAnnotation(id: "x", annotation: { kind: policy, from: "2026-01-01", text: "" }) { __typename ... on Rejection { code } } }',
    answers: ['office'],
  },
  'Mutation.removeAnnotation': {
    ask: 'mutation { removeAnnotation(id: "x") { __typename ... on Rejection { code } } }',
    answers: ['office'],
  },
  // Rules and days, no data; and the page of limits cannot do without.
  'Query.clockBoard': { ask: '{ clockBoard { __typename } }', answers: EVERYBODY },
  'Query.actions': {
    ask: '{ actions(which: { list: meeting }) { ... on Rejection { code } } }',
    answers: ['leader', 'office', 'department', 'town', 'intake'],
  },
  'Mutation.urge': {
    ask: 'mutation { urge(urge: { case: "x", clock: close, how: phone }) { __typename ... on Rejection { code } } }',
    answers: ['office'],
  },
  'Mutation.answerUrge': {
    ask: 'mutation { answerUrge(id: "x", text: "已办") { __typename ... on Rejection { code } } }',
    answers: ['office', 'department', 'town'],
  },
  'Mutation.escalate': {
    ask: 'mutation { escalate(escalation: { case: "x", kind: listed, level: district, unit: "安委办", reason: "重大" }) { __typename ... on Rejection { code } } }',
    answers: ['office'],
  },
  'Mutation.endEscalation': {
    ask: 'mutation { endEscalation(id: "x") { __typename ... on Rejection { code } } }',
    answers: ['office'],
  },
  // Which versions, units and cases each sees of it is tested with the assessment.
  'Query.ranking': { ask: '{ ranking { __typename } }', answers: SEE_RANKING },
  'Query.assessedUnit': {
    ask: '{ assessedUnit(quarter: "2026Q3", unit: "YJ") { __typename ... on Rejection { code } } }',
    answers: SEE_RANKING,
  },
  'Query.assessmentProof': {
    ask: '{ assessmentProof(id: "x") { __typename ... on Rejection { code } } }',
    answers: ASSESS,
  },
  ...Object.fromEntries(
    [
      'closeQuarter(quarter: "x")',
      'reviseQuarter(quarter: "x", reason: "更正")',
      'previewAssessment(id: "x")',
      'publishAssessment(id: "x")',
      'decideObjection(id: "x", upheld: true, reason: "属实")',
      'addAssessmentEntry(entry: { kind: leak, unit: "x", day: "x", documentNo: "1号" })',
      'withdrawAssessmentEntry(id: "x")',
    ].map((step) => [
      `Mutation.${step.slice(0, step.indexOf('('))}`,
      { ask: `mutation { ${step} { __typename ... on Rejection { code } } }`, answers: ASSESS },
    ]),
  ),
  'Mutation.objectToDeduction': {
    ask: 'mutation { objectToDeduction(objection: { assessment: "x", rule: "x", subject: "x", reason: "不符" }) { __typename ... on Rejection { code } } }',
    answers: ['department', 'town'],
  },
  // Of what lies within the cases that one sees; that is tested with the flags.
  'Query.flagBoard': { ask: '{ flagBoard { __typename ... on Rejection { code } } }', answers: EVERYBODY },
  'Query.flag': { ask: '{ flag(id: "x") { ... on Rejection { code } } }', answers: EVERYBODY },
  'Query.flagCases': {
    ask: '{ flagCases(id: "x") { ... on Rejection { code } } }',
    answers: ['leader', 'office', 'department', 'town', 'intake'],
  },
  // Of what lies within the cases that one sees as well.
  'Query.flagClusters': {
    ask: '{ flagClusters(from: "2026-01-01", to: "2026-10-31") { asOf clusters { id } } }',
    answers: EVERYBODY,
  },
  'Mutation.moveFlag': {
    ask: 'mutation { moveFlag(id: "x", to: judging) { __typename ... on Rejection { code } } }',
    answers: ['office'],
  },
  // Past days screened anew, of the whole office.
  'Query.screeningRuns': { ask: '{ screeningRuns { runs { id } } }', answers: ['leader', 'office'] },
  'Query.screeningRun': {
    ask: '{ screeningRun(id: "x") { __typename ... on Rejection { code } } }',
    answers: ['leader', 'office'],
  },
  'Mutation.startBackfill': {
    ask: 'mutation { startBackfill(from: "x", to: "x") { __typename ... on Rejection { code } } }',
    answers: ['leader', 'office'],
  },
  'Mutation.cancelBackfill': {
    ask: 'mutation { cancelBackfill(id: "x") { __typename ... on Rejection { code } } }',
    answers: ['leader', 'office'],
  },
  // Texts that are announced to everybody, and what they give for a matter that is typed in; no case is read.
  'Query.rewardBoard': { ask: '{ rewardBoard { __typename } }', answers: EVERYBODY },
  'Query.rewardAdvice': {
    ask: '{ rewardAdvice(matter: { decidedOn: "2026-11-24", reportClass: violation }) { __typename ... on Rejection { code } } }',
    answers: EVERYBODY,
  },
  // Units with 5 cases at least, of the cases that lie within the scope.
  'Query.closingTimes': {
    ask: '{ closingTimes(period: { preset: all }) { __typename ... on Rejection { code } } }',
    answers: EVERYBODY,
  },
  // Cases within the scope; not for those from whom small numbers are hidden.
  'Query.contrast': {
    ask: '{ contrast(period: { preset: all }, filters: [{ dimension: channel, in: ["12350"] }], against: rest) { __typename ... on Rejection { code } } }',
    answers: SEE_SMALL,
  },
  'Query.sources': { ask: '{ sources { id } }', answers: ['office', 'intake'] },
  'Query.batches': { ask: '{ batches { id } }', answers: ['office', 'intake'] },
  'Mutation.signOut': { ask: 'mutation { signOut }', answers: EVERYBODY },
}
const PERSONA_OF: Record<RoleId, string> = {
  leader: 'leader',
  office: 'office',
  department: 'department:YJ',
  town: 'town:500156101',
  intake: 'intake',
  assessor: 'assessor',
  admin: 'admin',
}

let on: TestServer
beforeAll(async () => {
  on = await startTestServer()
})
afterAll(() => on.close())

/** `Query.viewer` and so on, as the API publishes them. */
async function fieldsOfSchema(): Promise<string[]> {
  const { definitions } = parse(await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8'))
  return definitions
    .filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ name }) => ['Query', 'Mutation', 'Subscription'].includes(name.value))
    .flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name.value}.${field.name.value}`))
}

it('it is decided for every field whom it answers', async () => {
  expect((await fieldsOfSchema()).sort()).toEqual(Object.keys(DECIDED).sort())
})

/** By a typed refusal where the field has one, else by an error; both say why in Chinese, and nothing else. */
function isRefused({ data, errors }: Answered): boolean {
  if (errors) {
    expect(data).toBeFalsy()
    expect(errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining('安委办业务人员') as string }),
    ])
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    return true
  }
  const [only] = Object.values(data ?? {}) as { readonly code?: string }[]
  expect(only).toBeTruthy()
  return only?.code === 'forbidden'
}

describe.each(EVERYBODY)('44 the role %s', (role) => {
  it.each(Object.entries(DECIDED))('is answered or refused as decided: %s', async (_, { ask, answers }) => {
    const answer = await on.ask(await on.signedInAs(PERSONA_OF[role]), { query: ask })
    expect(isRefused(answer)).toBe(!answers.includes(role))
  })

  it('is told who it is and what it may', async () => {
    const query =
      '{ viewer { persona role unit name mayChoose sees { dimension members of } may { listCases seeText seeEnterprise export loads officeTotals annotate supervise } } }'
    const { data } = await on.ask(await on.signedInAs(PERSONA_OF[role]), { query })
    const { scope, unit } = ROLES[role]
    expect(data?.viewer).toMatchObject({
      persona: PERSONA_OF[role],
      role,
      unit: unit === null ? null : (expect.any(String) as string),
      mayChoose: false,
      sees: role === 'town' ? [{ dimension: 'region1', members: 1, of: 26 }] : (expect.any(Array) as object),
      may: { seeText: scope.summary, loads: scope.loads, export: scope.export, supervise: scope.supervise },
    })
  })
})

it('a session whose role is no more, or that has none, is answered nothing', async () => {
  for (const persona of ['boss', 'town', 'town:1', '']) {
    const cookie = await on.signedInAs('office')
    const { idHash } = await on.stores.metadata.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    await on.stores.metadata.session.update({ where: { idHash }, data: { persona } })
    expect((await on.ask(cookie, { query: '{ viewer { persona } }' })).status).toBe(401)
  }
})

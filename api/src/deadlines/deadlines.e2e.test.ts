import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { meetingReasons } from '@fengsui/domain/rules/meeting'
import { addDays } from '@fengsui/domain/time/day'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import { strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportedCase } from '../oracle/exported-cases.js'
import { type AskedServer, demoDistrict, startAsked } from '../oracle/asked-server.js'
import { cookieOf } from '../testing.js'

const AS_OF = '2026-10-31'
const TOWN = '500156001'

let dir: string
let on: AskedServer
let cases: readonly ExportedCase[]
const cookies: Record<string, string> = {}
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-deadlines-'))
  const { office, files } = await demoDistrict(dir)
  on = await startAsked(office, files)
  cases = await on.exported()
  for (const persona of [
    'office',
    'leader',
    'intake',
    'assessor',
    `town:${TOWN}`,
    'town:500156101',
    'department:YJ',
  ])
    cookies[persona] = cookieOf(await fetch(await on.server.signInLink(persona), { redirect: 'manual' }))
}, 300_000)
afterAll(async () => {
  await on.close()
  await rm(dir, { recursive: true })
})

interface Answered {
  readonly data?: Record<string, never>
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}
async function ask<T>(persona: string, query: string, variables: object = {}): Promise<T> {
  const answer = await fetch(`${on.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookies[persona] ?? '' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await answer.json()) as Answered
  if (errors) throw new Error(errors.map(({ message, extensions }) => `${extensions.code} ${message}`).join())
  return Object.values(data ?? {})[0] as unknown as T
}

interface Urge {
  readonly id: string
  readonly unit: string
  readonly text: string | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly code?: string
}
interface Action {
  readonly case: { readonly id: string; readonly department: string; readonly summary: string | null }
  readonly clock: {
    readonly due: string | null
    readonly days: number | null
    readonly holder: string
  } | null
  readonly reasons: readonly string[]
  readonly urges: readonly Urge[]
  readonly escalation: { readonly id: string; readonly reason: string | null } | null
}
interface Page {
  readonly code?: string
  readonly total: number
  readonly endCursor: string | null
  readonly nodes: readonly Action[]
}
const URGE = 'id unit text answer answeredBy'
const LIST = `query ($which: ActionsInput!, $first: Int = 100, $after: String) { actions(which: $which, first: $first, after: $after) {
  ... on Rejection { code message } ... on ActionPage { total endCursor nodes { case { id department summary fatal }
  clock { due days holder } reasons urges { ${URGE} } escalation { id reason } } } } }`
const list = (persona: string, which: object, more: object = {}) =>
  ask<Page>(persona, LIST, { which, ...more })

interface Board {
  readonly clocks: readonly (Record<'overdue' | 'today' | 'ahead', { from: string; to: string }> & {
    readonly kind: string
    readonly measure: string
    readonly soon: { from: string; to: string } | null
  })[]
  readonly rules: readonly { readonly label: string; readonly text: string; readonly basis: string }[]
}
const board = () =>
  ask<Board>(
    'office',
    '{ clockBoard { ... on ClockBoard { clocks { kind measure overdue { from to } today { from to } soon { from to } ahead { from to } } rules { label text basis from to proposed } } } }',
  )
const numberOf = async (persona: string, measure: string, period: object): Promise<number> => {
  const request = { measures: [measure], period }
  const query =
    'query ($request: MetricsRequest!) { metrics(request: $request) { ... on MetricsTable { total { values { n } } } ... on Rejection { code message } } }'
  const table = await ask<{ total: { values: { n: number }[] } }>(persona, query, { request })
  return table.total.values[0]?.n ?? -1
}

/** The open steps once more, from what was exported. */
const NAIVE: Readonly<Record<string, (each: ExportedCase) => string | null>> = {
  accept: (c) => (c.accepted === null && c.rejected === null ? c.acceptDue : null),
  sign: (c) => (c.signed === null && c.verified === null && c.closed === null ? c.signDue : null),
  close: (c) => (c.closed === null ? c.due : null),
  reply: (c) => (c.contactable && c.replied === null ? c.replyDue : null),
  refusal: (c) => (c.contactable && c.refusalTold === null ? c.refusalDue : null),
  reward: (c) => (c.rewardPaid === null ? c.rewardDue : null),
}

describe('the board', () => {
  it('its numbers, the lists behind them and the cases one by one say the same, to the office and to a town', async () => {
    const { clocks } = await board()
    expect(clocks.map(({ kind }) => kind)).toEqual(Object.keys(NAIVE))
    let found = 0
    for (const { kind, measure, ...windows } of clocks) {
      for (const window of ['overdue', 'today', 'soon', 'ahead'] as const) {
        const days = windows[window]
        if (days === null) continue
        const due = (each: ExportedCase) => NAIVE[kind]?.(each) ?? ''
        const wanted = cases.filter((each) => due(each) >= days.from && due(each) <= days.to)
        const own = wanted.filter(({ codes }) => codes.region1 === TOWN)
        const whose = { office: wanted, [`town:${TOWN}`]: own }
        for (const [persona, expected] of Object.entries(whose)) {
          const page = await list(persona, { clock: kind, window })
          expect([kind, window, persona, page.total]).toEqual([kind, window, persona, expected.length])
          expect(await numberOf(persona, measure, days)).toBe(expected.length)
          const ids = expected.map(({ id }) => id)
          expect(page.nodes.every((each) => ids.includes(each.case.id))).toBe(true)
          const dues = page.nodes.map(({ clock }) => clock?.due ?? '')
          expect(dues).toEqual([...dues].sort())
        }
        found += wanted.length
      }
    }
    expect(found).toBeGreaterThan(30)
  }, 120_000)

  it('a list goes on where its page ended', async () => {
    const which = { clock: 'close', window: 'ahead' }
    const whole = await list('office', which)
    const ids: string[] = []
    let after: string | null = null
    do {
      const page: Page = await list('office', which, { first: 7, after })
      ids.push(...page.nodes.map((each) => each.case.id))
      after = page.endCursor
    } while (after !== null)
    expect(ids).toEqual(whole.nodes.map((each) => each.case.id))
  })

  it('shows every rule with what it rests on', async () => {
    const { rules } = await board()
    expect(rules.map(({ label }) => label)).toContain('办结')
    const closing = rules.find(({ label }) => label === '办结')
    expect(closing?.text).toBe(
      '自受理次日起60日内（自然日）；期限届满前批准的可延期一次，最长30日；末日为休息日的不顺延；不设中止',
    )
    expect(rules.every(({ basis, text }) => basis !== '' && text !== '')).toBe(true)
  })
})

describe('lists for other reasons', () => {
  it('the cases to be talked over are those for which there is a reason, each with its reasons', async () => {
    const warehouse = on.stores.warehouse(LOAD)
    const answer = await warehouse.client.query({
      query: `SELECT case_id, hazard_level, merged_reports, extension_asked_on, extended_on, transfers.unit AS units
        FROM cases WHERE accepted_on IS NOT NULL AND closed_on IS NULL AND rejected_on IS NULL AND state != 'withdrawn'`,
      format: 'JSONEachRow',
    })
    const rows = await answer.json<Record<string, unknown> & { readonly units: readonly string[] }>()
    await warehouse.close()
    const wanted = rows.filter(
      (row) =>
        meetingReasons({
          extensionAsked: row.extension_asked_on !== null || row.extended_on !== null,
          timesReturned: row.units.filter((unit) => unit === '').length,
          units: new Set(row.units.filter((unit) => unit !== '')).size,
          mergedReports: Number(row.merged_reports),
          isMajor: row.hazard_level === 'major',
        }).length > 0,
    )
    const page = await list('office', { list: 'meeting' })
    expect(page.total).toBe(wanted.length)
    expect(page.total).toBeGreaterThan(3)
    expect(page.nodes.every(({ reasons }) => reasons.length > 0)).toBe(true)
  })

  it('where somebody died there is no limit, and the case stands apart', async () => {
    const page = await list('office', { list: 'fatal' })
    expect(page.total).toBeGreaterThan(0)
    expect(page.nodes.map(({ clock }) => clock?.due ?? null)).toEqual(page.nodes.map(() => null))
  })

  it('one list at a time, none by the kind of reporter, and none for whom sees no case', async () => {
    expect((await list('office', {})).code).toBe('badActionList')
    expect((await list('office', { clock: 'close', list: 'meeting' })).code).toBe('badActionList')
    expect((await list('office', { clock: 'claim' })).code).toBe('badActionList')
    const filters = [{ dimension: 'reporterKind', in: ['employee'] }]
    expect((await list('office', { clock: 'close', filters })).code).toBe('forbidden')
    expect((await list('assessor', { clock: 'close' })).code).toBe('forbidden')
  })
})

describe('what was done about a case', () => {
  const urge = (persona: string, input: object) =>
    ask<Urge>(
      persona,
      `mutation ($urge: UrgeInput!) { urge(urge: $urge) { ... on Rejection { code } ... on Urge { ${URGE} } } }`,
      {
        urge: { clock: 'close', how: 'phone', text: '请尽快办结', ...input },
      },
    )
  const answer = (persona: string, id: string, text = '已安排，三日内办结') =>
    ask<Urge>(
      persona,
      `mutation ($id: ID!, $text: String!) { answerUrge(id: $id, text: $text) { ... on Rejection { code } ... on Urge { ${URGE} } } }`,
      { id, text },
    )
  const overdue = { clock: 'close', window: 'overdue' }

  it('is urged by the office, answered once by whoever may see it, and read by nobody without texts', async () => {
    const { nodes } = await list(`town:${TOWN}`, overdue)
    const own = nodes[0]!
    const before = await on.stores.metadata.auditEntry.count({ where: { action: 'urge' } })
    const told = await urge('office', { case: own.case.id })
    expect(told).toMatchObject({ unit: own.case.department, text: '请尽快办结', answer: null })
    expect(await on.stores.metadata.auditEntry.count({ where: { action: 'urge' } })).toBe(before + 1)
    expect((await answer('town:500156101', told.id)).code).toBe('unknownUrge')
    expect(await answer(`town:${TOWN}`, told.id)).toMatchObject({ answer: '已安排，三日内办结' })
    expect((await answer(`town:${TOWN}`, told.id)).code).toBe('unknownUrge')
    const seenBy = async (persona: string) =>
      (await list(persona, overdue)).nodes.find((each) => each.case.id === own.case.id)
    expect((await seenBy(`town:${TOWN}`))?.urges[0]).toMatchObject({ answer: '已安排，三日内办结' })
    expect((await seenBy('leader'))?.urges[0]).toMatchObject({ id: told.id, text: null, answer: null })
    expect((await seenBy('leader'))?.case.summary).toBeNull()
  })

  it('a case of another, a text with a person in it, and a role that may not urge are refused', async () => {
    const { nodes } = await list('office', overdue)
    const id = nodes[0]!.case.id
    expect((await urge('office', { case: 'no-such-case' })).code).toBe('unknownCase')
    expect((await urge('office', { case: id, text: '请联系13800138000' })).code).toBe('badNote')
    expect((await urge('office', { case: id, text: '字'.repeat(201) })).code).toBe('badNote')
    await expect(urge(`town:${TOWN}`, { case: id })).rejects.toThrow('FORBIDDEN')
    await expect(urge('leader', { case: id })).rejects.toThrow('FORBIDDEN')
  })

  it('is put under the eyes of a level above, and taken off again; that it was there stays', async () => {
    const { nodes } = await list('office', overdue)
    const id = nodes[0]!.case.id
    const escalate = (reason: string) =>
      ask<{ id: string }>(
        'office',
        'mutation ($e: EscalationInput!) { escalate(escalation: $e) { ... on Rejection { code } ... on Escalation { id } } }',
        { e: { case: id, kind: 'listed', level: 'city', unit: '市安委办', reason } },
      )
    await escalate('重大隐患')
    const { id: escalation } = await escalate('重大隐患，逾期未改')
    const watched = await list('office', { escalated: true })
    expect(watched.nodes.map((each) => [each.case.id, each.escalation?.reason])).toEqual([
      [id, '重大隐患，逾期未改'],
    ])
    expect((await list('town:500156101', { escalated: true })).total).toBe(
      nodes[0]!.case.department === '白马镇人民政府' ? 1 : 0,
    )
    const end = () =>
      ask<{ code?: string }>(
        'office',
        'mutation ($id: ID!) { endEscalation(id: $id) { ... on Rejection { code } ... on Escalation { endedAt } } }',
        { id: escalation },
      )
    expect((await end()).code).toBeUndefined()
    expect((await end()).code).toBe('unknownEscalation')
    expect((await list('office', { escalated: true })).total).toBe(0)
    expect(await on.stores.metadata.escalation.count({ where: { caseId: id } })).toBe(2)
  })
})

describe('a list that leaves', () => {
  async function file(persona: string, body: object): Promise<{ status: number; text: string }> {
    const headers = { cookie: cookies[persona] ?? '', 'content-type': 'application/json' }
    const begun = await fetch(`${on.server.url}/exports`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    let told = (await begun.json()) as { id: string; state: string; message?: string | null }
    if (begun.status !== 202) return { status: begun.status, text: JSON.stringify(told) }
    while (told.state === 'working') {
      await new Promise((resolve) => setTimeout(resolve, 50))
      told = (await (await fetch(`${on.server.url}/exports/${told.id}`, { headers })).json()) as typeof told
    }
    expect(told, on.logged.join('\n')).toMatchObject({ state: 'done' })
    const made = await fetch(`${on.server.url}/exports/${told.id}/file`, { headers })
    return { status: made.status, text: strFromU8(new Uint8Array(await made.arrayBuffer())) }
  }

  it('says which cases and how they stand, and nothing of enterprise, text or small pairs; the audit comes first', async () => {
    const which = { clock: 'close', window: 'overdue' }
    const { total } = await list('office', which)
    const { text } = await file('office', { format: 'csv', list: which })
    const rows = text.split('\r\n')
    const at = rows.findIndex((row) => row.startsWith('举报编号'))
    expect(rows.slice(at + 1).filter(Boolean)).toHaveLength(total)
    const warehouse = on.stores.warehouse(LOAD)
    const answer = await warehouse.client.query({
      query: "SELECT DISTINCT enterprise FROM cases WHERE enterprise != ''",
      format: 'JSONEachRow',
    })
    const enterprises = await answer.json<{ enterprise: string }>()
    await warehouse.close()
    expect(enterprises.filter(({ enterprise }) => text.includes(enterprise))).toEqual([])
    const pairs = new Map<string, number>()
    for (const row of rows.slice(at + 1).filter(Boolean)) {
      const [, , , place = '', sector = ''] = row.split(',')
      if (!place.includes('已隐去'))
        pairs.set(`${place} ${sector}`, (pairs.get(`${place} ${sector}`) ?? 0) + 1)
    }
    expect([...pairs.values()].every((count) => count >= 3)).toBe(true)
    const entries = await on.stores.metadata.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 2 })
    expect(entries.map(({ action }) => action)).toEqual(['export', 'leavingActions'])
    expect((entries[1]?.detail as { cases: string[] }).cases).toHaveLength(total)
  })

  it('is a workbook too, and nobody’s who may not export', async () => {
    expect((await file('office', { format: 'xlsx', list: { list: 'meeting' } })).text.startsWith('PK')).toBe(
      true,
    )
    expect((await file('intake', { format: 'csv', list: { list: 'meeting' } })).status).toBe(403)
    expect((await file('office', { format: 'pptx', list: { list: 'meeting' } })).status).toBe(400)
    expect((await file('office', { format: 'csv', list: { list: 'nothing' } })).status).toBe(400)
  })
})

it('the forecast of the next days is that of the cases, unit by unit', async () => {
  const request = {
    measures: ['pendingClosing'],
    dimensions: ['department'],
    period: { from: addDays(AS_OF, 1), to: addDays(AS_OF, 30) },
  }
  const query =
    'query ($request: MetricsRequest!) { metrics(request: $request) { ... on MetricsTable { rows { keys values { n } } } } }'
  const { rows } = await ask<{ rows: { keys: string[]; values: { n: number }[] }[] }>('office', query, {
    request,
  })
  const wanted = new Map<string, number>()
  for (const { codes, due, closed } of cases)
    if (closed === null && due !== null && due > AS_OF && due <= addDays(AS_OF, 30))
      wanted.set(codes.department, (wanted.get(codes.department) ?? 0) + 1)
  expect(new Map(rows.flatMap(({ keys, values }) => (values[0]?.n ? [[keys[0], values[0].n]] : [])))).toEqual(
    wanted,
  )
})

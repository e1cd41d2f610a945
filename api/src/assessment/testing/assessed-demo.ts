import type { Transfer } from '@fengsui/domain/rules/holder'
import { strFromU8, unzipSync } from 'fflate'
import type { Warehouse } from '@fengsui/etl/warehouse/warehouse'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import type { Office } from '@fengsui/prisma/office/office'
import { demoDistrict, startAsked } from '../../oracle/asked-server.js'
import { cookieOf } from '../../testing.js'

/** A case as plain values, with all that the assessment looks at. */
export interface AssessedCase {
  readonly id: string
  readonly caseNo: string
  readonly department: string
  readonly state: string
  readonly result: string
  readonly accepted: string | null
  readonly rejected: string | null
  readonly assignedOn: string | null
  readonly due: string | null
  readonly verified: string | null
  readonly closed: string | null
  readonly replyDue: string | null
  readonly replied: string | null
  readonly rewardDue: string | null
  readonly notified: string | null
  readonly claimDue: string | null
  readonly paid: string | null
  readonly contactable: boolean
  readonly fatal: boolean
  readonly chain: readonly Transfer[]
}

export interface Told {
  readonly code?: string
  readonly message: string
  readonly id: string
}
interface ToldUnit {
  readonly code: string
  readonly name: string
  readonly rank: number | null
  readonly score: number
  readonly handled: number | null
  readonly signs: number | null
  readonly taken: readonly { readonly count: number; readonly points: number }[] | null
  readonly rates: readonly { readonly n: number | null; readonly share: number | null }[]
}
export interface ToldBoard extends Told {
  readonly ownUnit: string | null
  readonly previewed: { readonly id: string } | null
  readonly version: {
    readonly id: string
    readonly version: number
    readonly state: string
    readonly steps: readonly { readonly label: string }[]
  } | null
  readonly leagues: readonly { readonly units: readonly ToldUnit[] }[]
  readonly difference: {
    readonly items: readonly { readonly name: string }[]
    readonly units: readonly { readonly unit: string }[]
  } | null
  readonly entries: readonly { readonly kind: string }[]
  readonly objections: readonly {
    readonly id: string
    readonly name: string
    readonly upheld: boolean | null
  }[]
}
export interface ToldUnitPage extends Told {
  readonly items: readonly {
    readonly rule: string
    readonly subject: string
    readonly name: string
    readonly caseId: string | null
    readonly points: number
    readonly spared: string | null
    readonly mayObject: boolean
  }[]
}

const BOARD = `ownUnit asOf base unknownLimits previewed { id } quarter { id label versions { id state } }
  version { id version state asOf hash lastBatch isLatest steps { label by reason } }
  leagues { id name fairness { measure sentence isDetectable }
    units { code name rank score deducted handled signs isOwn taken { label count points capped }
      rates { measure state n share lower upper observed expected group rankFrom rankTo } past { quarter rank isKnown } } }
  rules { id terms proposed } difference { items { added unit name rule text } units { unit scoreBefore scoreAfter } }
  entries { kind unit documentNo } objections { id name upheld }`

/** The demonstration district, served, and the ways in which its assessment is talked to. */
export interface AssessedDemo {
  readonly office: Office
  /** Whoever asks has to be signed in. */
  signIn(persona: string): Promise<void>
  cases(): Promise<readonly AssessedCase[]>
  /** @throws Error with the code of an error. */
  ask<T>(persona: string, query: string, variables?: object): Promise<T>
  board(persona: string, quarter: string | null): Promise<ToldBoard>
  unit(persona: string, quarter: string, unit: string): Promise<ToldUnitPage>
  /** One mutation, as it is written in a document. */
  step(persona: string, mutation: string): Promise<Told>
  object(persona: string, objection: object): Promise<Told>
  /** Loads a case once more with other columns, as a later batch. */
  correct(id: string, columns: string): Promise<void>
  /** Has a file made; `parts` are the texts of its parts, where it is an archive. Status 0: it was refused while made. */
  file(persona: string, order: object): Promise<{ status: number; parts: readonly string[] }>
  audited(action: string, persona: string): Promise<readonly object[]>
  close(): Promise<void>
}

/** Starts it in a directory. @param rebuildCases makes the current state anew, as a load does. */
export async function startAssessed(
  dir: string,
  rebuildCases: (warehouse: Warehouse) => Promise<void>,
): Promise<AssessedDemo> {
  const { office, files } = await demoDistrict(dir)
  const on = await startAsked(office, files)
  const cookies = new Map<string, string>()
  const ask = async <T>(persona: string, query: string, variables: object = {}): Promise<T> => {
    const answer = await fetch(`${on.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookies.get(persona) ?? '' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await answer.json()) as {
      readonly data?: Record<string, T>
      readonly errors?: readonly {
        readonly message: string
        readonly extensions: { readonly code: string }
      }[]
    }
    if (errors)
      throw new Error(errors.map(({ message, extensions }) => `${extensions.code} ${message}`).join())
    return Object.values(data ?? {})[0] as T
  }
  const TAKEN = '{ ... on Rejection { code message } ... on AssessmentTaken { id } }'
  return {
    ask,
    office,
    signIn: async (persona) => {
      const signedIn = await fetch(await on.server.signInLink(persona), { redirect: 'manual' })
      cookies.set(persona, cookieOf(signedIn))
    },
    board: (persona, quarter) =>
      ask(
        persona,
        `query ($quarter: String) { ranking(quarter: $quarter) { ... on Rejection { code message } ... on RankingBoard { ${BOARD} } } }`,
        { quarter },
      ),
    unit: (persona, quarter, unit) =>
      ask(
        persona,
        `query ($quarter: String!, $unit: ID!) { assessedUnit(quarter: $quarter, unit: $unit) { ... on Rejection { code message }
          ... on AssessedUnit { items { rule subject name caseId points spared mayObject } } } }`,
        { quarter, unit },
      ),
    step: (persona, mutation) => ask(persona, `mutation { ${mutation} ${TAKEN} }`),
    object: (persona, objection) =>
      ask(persona, `mutation ($o: ObjectionInput!) { objectToDeduction(objection: $o) ${TAKEN} }`, {
        o: objection,
      }),
    correct: async (id, columns) => {
      const { metadata } = on.stores
      const file = { source: 'cq', fileName: '更正.csv', fileSha256: 'a'.repeat(64), fileBytes: 1 }
      const { id: batch } = await metadata.batch.create({
        data: { ...file, state: 'loaded', asOf: new Date('2026-10-31'), finishedAt: new Date() },
      })
      const warehouse = on.stores.warehouse(LOAD)
      await warehouse.client.command({
        query: `INSERT INTO case_versions SELECT * REPLACE (toUInt32(${batch}) AS batch, version + 1 AS version, ${columns})
          FROM (SELECT * FROM case_versions WHERE case_id = '${id}' ORDER BY version DESC LIMIT 1)`,
      })
      await rebuildCases(warehouse)
      await warehouse.close()
      // The state of the data is remembered for a second.
      await new Promise((resolve) => setTimeout(resolve, 1100))
    },
    file: async (persona, order) => {
      const headers = { cookie: cookies.get(persona) ?? '', 'content-type': 'application/json' }
      const path = `${on.server.url}/exports`
      const begun = await fetch(path, { method: 'POST', headers, body: JSON.stringify(order) })
      if (begun.status !== 202) return { status: begun.status, parts: [] }
      let told = (await begun.json()) as { readonly id: string; readonly state: string }
      while (told.state === 'working') {
        await new Promise((resolve) => setTimeout(resolve, 50))
        told = (await (await fetch(`${path}/${told.id}`, { headers })).json()) as typeof told
      }
      if (told.state !== 'done') return { status: 0, parts: [] }
      const made = await fetch(`${path}/${told.id}/file`, { headers })
      const bytes = new Uint8Array(await made.arrayBuffer())
      const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
      return {
        status: made.status,
        parts: isArchive ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [],
      }
    },
    audited: async (action, persona) => {
      const where = { action, persona }
      const found = await on.stores.metadata.auditEntry.findMany({ where, orderBy: { id: 'desc' } })
      return found.map(({ detail }) => detail as object)
    },
    cases: async () => {
      const warehouse = on.stores.warehouse(LOAD)
      const answer = await warehouse.client.query({
        query: `SELECT case_id AS id, source_case_no AS caseNo, toString(department) AS department, toString(state) AS state,
          toString(result) AS result, accepted_on AS accepted, rejected_on AS rejected, assigned_on AS assignedOn,
          due_on AS due, verified_on AS verified, closed_on AS closed, reply_due_on AS replyDue, replied_on AS replied,
          reward_due_on AS rewardDue, reward_notified_on AS notified, claim_due_on AS claimDue, reward_paid_on AS paid,
          contactable, fatal, arrayMap(step -> map('day', toString(step.1), 'unit', step.2), transfers) AS chain FROM cases`,
        format: 'JSONEachRow',
      })
      const cases = await answer.json<AssessedCase>()
      await warehouse.close()
      return cases
    },
    close: () => on.close(),
  }
}

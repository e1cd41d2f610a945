import path from 'node:path'
import { type DemoSize, writeDemo } from '@fengsui/etl/demo/write'
import { type LoadOptions, loadFiles } from '@fengsui/etl/run'
import { openTestStores } from '@fengsui/etl/stores/testing'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import { type Server, startServer } from '../server.js'
import { ANSWER_FIELDS, type Answered, type Asking, ROW_FRAGMENT } from './answer-shape.js'
import { type ExportedCase, exportCases } from './exported-cases.js'

/** A file to load, with what is known about it. */
export type LoadedFile = { readonly path: string } & Pick<LoadOptions, 'source' | 'asOf'>

/** A served warehouse that was loaded as an operator would. */
export interface AskedServer {
  readonly server: Server
  readonly stores: Awaited<ReturnType<typeof openTestStores>>
  readonly office: Office
  /** What the operator was told. */
  readonly logged: readonly string[]
  load(file: LoadedFile): Promise<void>
  /** All cases as they are now. */
  exported(): Promise<readonly ExportedCase[]>
  close(): Promise<void>
}

const TODAY = '2026-11-25'

/** Starts a server on stores of its own and loads files into them. */
export async function startAsked(office: Office, files: readonly LoadedFile[]): Promise<AskedServer> {
  const stores = await openTestStores()
  const load = async ({ path: file, ...about }: LoadedFile): Promise<void> => {
    const secret = 'a-secret-of-the-tests-0123456789-abc'
    await loadFiles(stores, office, [file], { dataDir: stores.dataDir, secret, today: TODAY, ...about })
  }
  for (const file of files) await load(file)
  const logged: string[] = []
  const server = await startServer({
    config: { port: 0, host: '127.0.0.1', dev: false },
    stores,
    office,
    log: (line) => logged.push(line),
  })
  return {
    server,
    stores,
    logged,
    office,
    load,
    exported: async () => {
      const warehouse = stores.warehouse(LOAD)
      try {
        return await exportCases(warehouse.client)
      } finally {
        await warehouse.close()
      }
    },
    close: async () => {
      await server.close()
      await stores.close()
    },
  }
}

/**
 * The district of the demonstration as `npm start` writes it, taken for real, so that a link signs in one persona. Its
 * towns and sectors get invented denominators.
 */
export async function demoDistrict(
  dir: string,
  size: DemoSize = 'demo',
): Promise<{ office: Office; files: readonly LoadedFile[] }> {
  const office = await loadOffice('wulong')
  const written = await writeDemo({ dir: path.join(dir, size), size, office })
  const files = written.map(({ path, source, asOf }) => ({ path, source, asOf }))
  return { office: withDenominators(office), files }
}

function withDenominators(office: Office): Office {
  const { region, industry } = office.lists
  const asOf = '2025-12-31'
  const towns = region.members.map((member, i) =>
    member.level === 2
      ? member
      : {
          ...member,
          denominators: { population: { value: 9000 + i, asOf }, enterprises: { value: 90 + i, asOf } },
        },
  )
  const sectors = industry.members.map((member, i) =>
    member.level === 2 ? member : { ...member, denominators: { enterprises: { value: 40 + i, asOf } } },
  )
  return {
    ...office,
    lists: {
      ...office.lists,
      region: { ...region, members: towns },
      industry: { ...industry, members: sectors },
    },
  }
}

/** Root fields of one session before it is left for a new one: what one person asks in a minute is limited. */
const MOST_OF_A_SESSION = 600

/** Somebody who asks over GraphQL. */
export class Asker {
  private cookie = ''
  private left = -1

  /** @param link makes a link that signs him in. */
  constructor(
    private readonly url: string,
    private readonly link: () => Promise<string>,
  ) {}

  /** Answers of one document: its fields are planned together. @throws Error for anything but a table. */
  async tables(askings: readonly Asking[]): Promise<readonly Answered[]> {
    const variables = Object.fromEntries(askings.map((asking, i) => [`r${i}`, asking]))
    const params = askings.map((_, i) => `$r${i}: MetricsRequest!`).join(', ')
    const fields = askings.map((_, i) => `a${i}: metrics(request: $r${i}) { ${ANSWER_FIELDS} }`).join('\n')
    const query = `query (${params}) { ${fields} } ${ROW_FRAGMENT}`
    const data = await this.ask<Record<string, Answered>>(query, variables, askings.length)
    return askings.map((asking, i) => {
      const answer = data[`a${i}`]
      if (answer?.__typename === 'MetricsTable') return answer
      throw new Error(`${JSON.stringify(asking)} is answered ${JSON.stringify(answer)}`)
    })
  }

  /** An earlier answer counted anew. */
  async again(id: string): Promise<Answered> {
    const query = `query ($id: ID!) { again(id: $id) { ${ANSWER_FIELDS} } } ${ROW_FRAGMENT}`
    return (await this.ask<{ again: Answered }>(query, { id }, 1)).again
  }

  /** @param cost how many fields of the document read the warehouse. */
  async ask<T>(query: string, variables: object, cost: number): Promise<T> {
    await this.signIn(cost)
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-encoding': 'identity',
        // Between two questions the asker may reckon for longer than a server keeps a connection.
        connection: 'close',
        cookie: this.cookie,
      },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await answer.json()) as { data?: T; errors?: unknown }
    if (errors !== undefined || data === undefined)
      throw new Error(`${JSON.stringify(errors)} for ${JSON.stringify(variables).slice(0, 2000)}`)
    return data
  }

  private async signIn(cost: number): Promise<void> {
    this.left -= cost
    if (this.left >= 0) return
    const signedIn = await fetch(await this.link(), { redirect: 'manual' })
    this.cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    this.left = MOST_OF_A_SESSION - cost
  }
}

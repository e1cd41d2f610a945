import type { ClickHouseClient } from '@clickhouse/client'
import { FINDINGS, type Incidents } from '@fengsui/domain/flags/incidents'
import type { BoundQuery } from '../query/sql.js'

/** Incidents with the codes that their numbers stand for; place 0 of each list is “not known”. */
export interface ReadIncidents {
  readonly incidents: Incidents
  readonly regions: readonly string[]
  readonly industries: readonly string[]
  readonly issues: readonly string[]
  readonly enterprises: readonly string[]
}

type Row = readonly [
  day: number,
  region: string,
  industry: string,
  issue: string,
  enterprise: string,
  reporter: number,
  rejected: number,
  verified: number,
  closed: number,
  result: string,
  lead: number,
]

/** Numbers texts in the order in which they come; '' is 0. */
class Numbering {
  private readonly numbers = new Map<string, number>([['', 0]])
  readonly texts: string[] = ['']

  constructor(first: readonly string[] = []) {
    for (const text of first) this.of(text)
  }

  of(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.texts.push(text) - 1
      this.numbers.set(text, number)
    }
    return number
  }
}

/** Whole numbers that grow by doubling. */
class Column {
  private values = new Int32Array(1024)
  private length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(2 * this.length)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }

  get done(): Int32Array {
    return this.values.slice(0, this.length)
  }
}

const FOUND: Readonly<Record<string, number>> = {
  true: FINDINGS.proven,
  partly: FINDINGS.partly,
  false: FINDINGS.unfounded,
  unclear: FINDINGS.unfounded,
}

const NAMES = [
  'day',
  'region',
  'industry',
  'issue',
  'enterprise',
  'reporter',
  'rejected',
  'verified',
  'closed',
] as const

/**
 * Reads what `compileIncidents` asks, row by row: no more than the columns is held.
 *
 * @param regions codes of the office's regions, which have these numbers from 1 on.
 */
export async function readIncidents(
  client: ClickHouseClient,
  query: BoundQuery,
  regions: readonly string[],
): Promise<ReadIncidents> {
  const answer = await client.query({
    query: query.text,
    query_params: query.params,
    format: 'JSONCompactEachRow',
  })
  const numberings = { region: new Numbering(regions), industry: new Numbering(), issue: new Numbering() }
  const enterprises = new Numbering()
  const columns = Object.fromEntries(NAMES.map((name) => [name, new Column()])) as Record<
    (typeof NAMES)[number],
    Column
  >
  const [finding, lead] = [new Column(), new Column()]
  for await (const rows of answer.stream<Row>()) {
    for (const each of rows) {
      const row = each.json()
      columns.day.push(row[0])
      columns.region.push(numberings.region.of(row[1]))
      columns.industry.push(numberings.industry.of(row[2]))
      columns.issue.push(numberings.issue.of(row[3]))
      columns.enterprise.push(enterprises.of(row[4]))
      columns.reporter.push(row[5])
      columns.rejected.push(row[6])
      columns.verified.push(row[7])
      columns.closed.push(row[8])
      finding.push(FOUND[row[9]] ?? FINDINGS.open)
      lead.push(Number(row[10]))
    }
  }
  const done = Object.fromEntries(NAMES.map((name) => [name, columns[name].done])) as Record<
    (typeof NAMES)[number],
    Int32Array
  >
  return {
    incidents: { ...done, finding: Uint8Array.from(finding.done), lead: Uint8Array.from(lead.done) },
    regions: numberings.region.texts,
    industries: numberings.industry.texts,
    issues: numberings.issue.texts,
    enterprises: enterprises.texts,
  }
}

import type { Warehouse } from '../warehouse/warehouse.js'

/**
 * The columns of `cases` that hold codes of the office's lists. Those that hold words of the catalogue (state, result …)
 * stay texts: its formulas compare them with words that the data need not have, and an Enum refuses what it does not know.
 */
export const CODE_COLUMNS = [
  'source',
  'channel',
  'region_1',
  'region_2',
  'industry_1',
  'industry_2',
  'issue_1',
  'issue_2',
  'department',
] as const

/** Lists are short; a column with more values than this holds something else and stays text. */
const MOST_CODES = 1000

/**
 * The number of the first code: the least of an Enum16. The engine takes a text that is no code of a column for the number
 * of one, and codes that nobody has are asked for ('01'); as no code looks like these numbers, none is taken for another.
 */
const FIRST_NUMBER = -32_768

/** The part of an ALTER that makes texts of them. An Enum cannot become another that numbers a code otherwise. */
export const TEXT_COLUMNS_SQL = CODE_COLUMNS.map(
  (name) => `MODIFY COLUMN ${name} LowCardinality(String)`,
).join(', ')

/**
 * The part of an ALTER that gives an empty `cases` columns of numbered codes (Enum16): grouping by them takes the engine
 * half the time that texts take, by two of them a fifth. Numbered are the codes that the versions of cases hold, in the
 * order of their characters, the empty one first: it stands for what is not known and is the column's default.
 *
 * @throws the engine's error.
 */
export async function codeColumnsSql({ client }: Pick<Warehouse, 'client'>): Promise<string> {
  const each = CODE_COLUMNS.map((name) => `groupUniqArray(${MOST_CODES + 1})(toString(${name})) AS ${name}`)
  const answer = await client.query({
    query: `SELECT ${each.join(', ')} FROM case_versions`,
    format: 'JSONEachRow',
  })
  const [found] = await answer.json<Readonly<Record<(typeof CODE_COLUMNS)[number], readonly string[]>>>()
  return CODE_COLUMNS.map((name) => `MODIFY COLUMN ${name} ${typeOf(found?.[name] ?? [])}`).join(', ')
}

function typeOf(found: readonly string[]): string {
  if (found.length > MOST_CODES) return 'LowCardinality(String)'
  const codes = ['', ...found.filter((code) => code !== '').sort()]
  return `Enum16(${codes.map((code, i) => `${literal(code)} = ${FIRST_NUMBER + i}`).join(', ')})`
}

/** A text as it is written in a statement. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

import type { Day } from '@fengsui/domain/time/day'
import type { Random } from '@fengsui/etl/demo/random'
import type { Answered, Asking } from './answer-shape.js'
import type { Asker } from './asked-server.js'
import type { ExportedCase } from './exported-cases.js'

/** One document asks for no more than these together, so that it is a screen and no download. */
const MOST_FIELDS = 10
const MOST_WEIGHT = 1500

/** About how much work a request is: the numbers of a row, days weighing most. */
function weightOf({ measures, dimensions, comparisons, grain }: Asking): number {
  const ofGrain = grain === null ? 1 : grain === 'day' ? 12 : 6
  return measures.length * (dimensions.length + 1) * (comparisons.length + 1) * ofGrain
}

/** Puts requests together into documents of a few, of random length. */
function documentsOf(askings: readonly Asking[], random: Random): Asking[][] {
  const documents: Asking[][] = []
  let [many, weight] = [0, 0]
  for (const asking of askings) {
    const own = weightOf(asking)
    if (many === 0 || weight + own > MOST_WEIGHT) {
      documents.push([])
      many = random.between(1, MOST_FIELDS)
      weight = 0
    }
    documents.at(-1)?.push(asking)
    many -= 1
    weight += own
  }
  return documents
}

/** Asks everything, several requests a document, and gives each with its answer; the next ones are on their way meanwhile. */
export async function* batched(
  askings: readonly Asking[],
  random: Random,
  asker: Asker,
): AsyncGenerator<readonly [Asking, Answered]> {
  const documents = documentsOf(askings, random)
  let next = asker.tables(documents[0] ?? [])
  for (const [i, document] of documents.entries()) {
    const answers = await next
    const following = documents[i + 1]
    if (following) {
      next = asker.tables(following)
      next.catch(() => undefined)
    }
    for (const [at, asking] of document.entries()) {
      const answer = answers[at]
      if (answer) yield [asking, answer]
    }
  }
}

/** The first day of receipt. */
export const firstDayOf = (cases: readonly ExportedCase[]): Day =>
  cases.reduce((first, { received }) => (received < first ? received : first), '9999-12-31')

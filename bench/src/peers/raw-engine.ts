import type { Stores } from '@fengsui/etl/stores/open'
import { CLICK } from '@fengsui/etl/warehouse/limits'
import { SPANS, type Spans } from '../screen-numbers.js'
import { AS_OF } from '../synthetic-cases.js'
import type { Peer } from './peer.js'
import { KEYS, RECEIVED_SETS, type Row, type ScreenTables, numbersOfTables } from './screen-tables.js'

const within = (day: string, span: string): string =>
  `${day} BETWEEN {${span}_from: Date32} AND {${span}_to: Date32}`
const inAny = (day: string): string => `(${SPANS.map((span) => within(day, span)).join(' OR ')})`
const inBase = (day: string): string => `(${within(day, 'base')} OR ${within(day, 'yearAgo')})`
/** The cases of every span that fulfil a condition. */
const counts = (day: string, condition = ''): string =>
  SPANS.map((span) => `countIf(${within(day, span)}${condition && ` AND (${condition})`})`).join(', ')

const isVerified = "result IN ('true', 'partly')"
const isMature = 'accepted_on <= {as_of: Date32} - 90'
const wasHandled = 'accepted_on IS NOT NULL AND closed_on >= accepted_on'
const isSettled = 'closed_on <= due_on OR due_on < {as_of: Date32}'
const sets = Object.values(RECEIVED_SETS).map((keys) => `(${keys.join(', ')})`)

/** The screen as somebody who knows ClickHouse writes it by hand: one statement for each date and way of grouping. */
const STATEMENTS: Readonly<Record<keyof ScreenTables, string>> = {
  received: `SELECT grouping(${KEYS.join(', ')}), ${KEYS.join(', ')}, ${counts('received_on')}
    FROM (SELECT toStartOfMonth(received_on) AS month, * FROM cases) WHERE ${inAny('received_on')}
    GROUP BY GROUPING SETS (${sets.join(', ')})`,
  accepted: `SELECT toStartOfMonth(accepted_on) AS month, ${counts('accepted_on')}, ${counts('accepted_on', isMature)},
      ${counts('accepted_on', `${isMature} AND ${isVerified}`)}
    FROM cases WHERE ${inAny('accepted_on')} GROUP BY month`,
  closed: `SELECT grouping(department), department, ${counts('closed_on')}, ${counts('closed_on', wasHandled)},
      ${SPANS.map((span) => `quantilesExactInclusiveIf(0.5, 0.75, 0.9)(assumeNotNull(dateDiff('day', accepted_on, closed_on)), ${within('closed_on', span)} AND ${wasHandled})`).join(', ')}
    FROM cases WHERE ${inAny('closed_on')} GROUP BY GROUPING SETS ((), (department))`,
  closedByMonth: `SELECT toStartOfMonth(closed_on) AS month, ${counts('closed_on')}
    FROM cases WHERE ${inBase('closed_on')} GROUP BY month`,
  verified: `SELECT ${counts('verified_on', "result IN ('true', 'partly', 'false', 'unclear')")}, ${counts('verified_on', isVerified)}
    FROM cases WHERE ${inAny('verified_on')}`,
  settled: `SELECT department, ${counts('settled_on', isSettled)}, ${counts('settled_on', 'closed_on <= due_on')}
    FROM cases WHERE ${inAny('settled_on')} GROUP BY department`,
  due: `SELECT department, ${counts('due_on', 'closed_on > due_on OR (closed_on IS NULL AND due_on < {as_of: Date32})')}
    FROM cases WHERE ${inAny('due_on')} GROUP BY department`,
}

/** The engine itself, over the client and with the limits that the product uses. */
export function rawEngine(stores: Stores): Peer {
  const warehouse = stores.warehouse(CLICK)
  return {
    name: 'raw',
    ask: async (spans: Spans) => {
      const days = SPANS.flatMap((span) => [
        [`${span}_from`, spans[span].from],
        [`${span}_to`, spans[span].to],
      ])
      const query_params = { ...Object.fromEntries(days), as_of: AS_OF } as Record<string, string>
      const tables: Partial<Record<keyof ScreenTables, Row[]>> = {}
      for (const [name, query] of Object.entries(STATEMENTS)) {
        const answer = await warehouse.client.query({ query, query_params, format: 'JSONCompactEachRow' })
        tables[name as keyof ScreenTables] = await answer.json<Row>()
      }
      return () => numbersOfTables(tables as ScreenTables)
    },
    close: () => warehouse.close(),
  }
}

import { formatNumber, formatValue, type Translate } from '@fengsui/charts/format'
import type { Row, Table, Value } from '../../graphql/answer'
import type { MeasureId } from '../../graphql/generated/graphql'

export interface DepartmentLine {
  readonly code: string
  readonly name: string
  readonly row: Row
  readonly received: string
  readonly closed: string
  readonly overdue: number
  readonly overdueText: string
  readonly median: string
  readonly rateText: string
  /** Fractions; null where there is no rate. */
  readonly rate: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly n: string
  /** Too few settled cases to be compared with others. */
  readonly isSmall: boolean
}

const SMALL = 5

/** A rate of few cases says nothing about who is worse: it stands after the others, as if all were on time. */
const rankRate = (line: DepartmentLine) => (line.isSmall || line.rate === null ? 2 : line.rate)

/** Departments with anything to show: most overdue first, then the lower rate, then the more cases; 未知 last. */
export function departmentLines(table: Table, t: Translate): DepartmentLine[] {
  const valueOf = (row: Row, id: MeasureId): Value | undefined => row.values[table.measures.indexOf(id)]
  const count = (row: Row, id: MeasureId) => {
    const value = valueOf(row, id)
    return value ? formatValue(value, 'cases', t) : '—'
  }
  return table.rows
    .map((row) => {
      const rate = valueOf(row, 'onTimeRate')
      const median = valueOf(row, 'medianDays')
      const line: DepartmentLine = {
        code: row.keys[0] ?? '',
        name: row.labels[0] || t('chart.unknown'),
        row,
        received: count(row, 'received'),
        closed: count(row, 'closed'),
        overdue: valueOf(row, 'overdue')?.value ?? 0,
        overdueText: count(row, 'overdue'),
        median: median ? formatValue(median, 'days', t) : '—',
        rateText: rate ? formatValue(rate, 'percent', t) : '—',
        rate: rate?.value ?? null,
        lower: rate?.lower ?? null,
        upper: rate?.upper ?? null,
        n: formatNumber(rate?.n ?? 0, 'cases'),
        isSmall: (rate?.n ?? 0) < SMALL,
      }
      return { line, received: valueOf(row, 'received')?.value ?? 0 }
    })
    .filter(({ line }) => line.received !== '0' || line.closed !== '0' || line.n !== '0' || line.overdue > 0)
    .sort(
      (a, b) =>
        Number(a.line.code === '') - Number(b.line.code === '') ||
        b.line.overdue - a.line.overdue ||
        rankRate(a.line) - rankRate(b.line) ||
        b.received - a.received,
    )
    .map(({ line }) => line)
}

interface League {
  readonly kind: string
  readonly lines: readonly DepartmentLine[]
}

/**
 * Departments apart by kind, for a bureau and a town are not to be compared: the kinds in the order of the office's
 * list, each with its departments in their order. One without a kind (未知) closes every league.
 * @param members the office's departments. @returns one league where there are no kinds.
 */
export function leaguesOf(
  lines: readonly DepartmentLine[],
  members: readonly { readonly code: string; readonly kind: string }[],
): League[] {
  const kinds = new Map(members.map((member) => [member.code, member.kind]))
  const kindOf = (line: DepartmentLine) => kinds.get(line.code) ?? ''
  const leagues = [...new Set(kinds.values())]
    .filter((kind) => kind !== '' && lines.some((line) => kindOf(line) === kind))
    .map((kind) => ({
      kind,
      lines: lines.filter((line) => kindOf(line) === kind || kindOf(line) === ''),
    }))
  return leagues.length > 1 ? leagues : [{ kind: '', lines }]
}

const KIND_TEXTS: Readonly<Record<string, string>> = {
  部门: 'panel.kinds.bureau',
  园区: 'panel.kinds.park',
  '乡镇（街道）': 'panel.kinds.town',
}

/** The office's word for a kind; the common ones are translated. */
export const kindName = (kind: string, t: Translate): string => {
  const key = KIND_TEXTS[kind]
  return key ? t(key) : kind
}

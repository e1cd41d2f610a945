import { readTable } from './csv-table.js'
import { isIsoDay } from './iso-day.js'
import type { CalendarDay } from './office.js'
import type { Problems } from './problems.js'

/** Reads calendar.csv (holidays, and 调休 days on which one works all the same) in order of days; [] when there is none. */
export async function readCalendar(
  problems: Problems,
  dir: string,
  knownUntil: string | null,
): Promise<readonly CalendarDay[]> {
  const columns = { required: ['day', 'kind', 'name'], optional: [] }
  const rows = (await readTable(problems, dir, 'calendar.csv', columns)) ?? []
  const seen = new Set<string>()
  const days = rows.map((row): CalendarDay => {
    const day = row.cell('day')
    const kind = row.cell('kind')
    if (!isIsoDay(day)) row.complain('day', `日期“${day}”无法识别，应写成 2026-10-01 的样式`)
    else if (seen.has(day)) row.complain('day', `日期“${day}”重复`)
    else if (knownUntil === null || day > knownUntil)
      row.complain('day', `日期“${day}”晚于 office.yaml 的 calendarKnownUntil（${knownUntil ?? '未填'}）`)
    if (kind !== 'holiday' && kind !== 'workday')
      row.complain('kind', `“${kind}”应为 holiday（放假）或 workday（调休上班）`)
    seen.add(day)
    return { day, kind: kind === 'workday' ? 'workday' : 'holiday', name: row.cell('name') }
  })
  return days.sort((a, b) => (a.day < b.day ? -1 : 1))
}

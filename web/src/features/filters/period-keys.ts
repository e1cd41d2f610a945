import type { PeriodPreset } from '../../graphql/generated/graphql'

/** The letter that chooses a period once the picker is open: D W is this week. */
export const PERIOD_KEYS: Readonly<Partial<Record<PeriodPreset, string>>> = {
  last7Days: 'T',
  thisWeek: 'W',
  thisTenDays: 'X',
  thisMonth: 'M',
  lastMonth: 'L',
  last30Days: 'R',
  thisQuarter: 'Q',
  lastQuarter: 'J',
  thisHalfYear: 'H',
  yearToDate: 'Y',
  last12Months: 'N',
  lastYear: 'P',
  all: 'A',
}

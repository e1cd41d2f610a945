import type { Unit } from '@fengsui/charts/answer'

/** How office programs print a number of each unit; points are differences of percentages, times 100. */
export const NUMBER_FORMATS = {
  cases: '#,##0',
  percent: '0.0%',
  days: '0.0',
  points: '0.0',
  yuan: '#,##0.00',
  per10k: '0.00',
  per100: '0.00',
} as const satisfies Record<Unit | 'points', string>

import { pickedAt, type Point } from '@fengsui/charts/picking'
import type { ChartModel } from '@fengsui/charts/model'
import type { Exploration } from '../../composables/exploration'
import { pickedIn } from '../../composables/picking'
import type { Table } from '../../graphql/answer'

/** What a click on the picture changes: days become the period, a member a filter; 其他 is nobody. */
export function pickOf(
  point: Point,
  model: ChartModel,
  table: Table,
  exploration: Exploration,
): Partial<Exploration> {
  const [first, second] = table.dimensions
  const picked = pickedAt(model, point)
  if (picked?.kind === 'days') return { period: { from: picked.from, to: picked.to } }
  if (picked?.kind === 'member' && first)
    return { filters: pickedIn(exploration, first, picked.code).filters }
  if (picked?.kind === 'pair' && first && second) {
    const [across, down] = picked.codes
    return { filters: pickedIn(pickedIn(exploration, first, across), second, down).filters }
  }
  return {}
}

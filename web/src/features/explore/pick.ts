import type { ChartModel } from '@fengsui/charts/model'
import type { Exploration } from '../../composables/exploration'
import { withPicked } from '../../composables/question'
import type { Table } from '../../graphql/answer'

/** What a click on the picture changes: a bucket becomes the period, a member a filter; 其他 is nobody. */
export function pickOf(
  point: { readonly index: number; readonly name: string; readonly seriesType: string },
  model: ChartModel,
  table: Table,
  exploration: Exploration,
): Partial<Exploration> {
  const [first, second] = table.dimensions
  const bucket = table.buckets[point.index]
  switch (model.kind) {
    case 'trend':
      return bucket ? { period: { from: bucket.key, to: bucket.to } } : {}
    case 'columns': {
      if (bucket) return { period: { from: bucket.key, to: bucket.to } }
      const code = model.categories[point.index]?.key
      return first && code !== undefined ? { filters: withPicked(exploration, first, code).filters } : {}
    }
    case 'bars': {
      const mark =
        point.seriesType === 'axis'
          ? model.marks.find(({ label }) => label === point.name)
          : model.marks[point.index]
      if (!first || !mark || mark.isOthers) return {}
      return { filters: withPicked(exploration, first, mark.code).filters }
    }
    case 'matrix': {
      const cell = point.seriesType === 'axis' ? undefined : model.cells[point.index]
      if (!first || !second || !cell) return {}
      return { filters: withPicked(withPicked(exploration, first, cell.code), second, cell.rowCode).filters }
    }
    case 'tiles':
      return {}
  }
}

import type { Figure } from '@fengsui/charts/figure'
import type { Setting } from '@fengsui/charts/prepare/mark'
import type { Ground } from '@fengsui/charts/territory/ground'
import type { Speaking } from '../../catalogue/speaking'
import { codesOf } from '../../composables/question'
import type { Hierarchy, Screen } from '../../composables/screen'
import type { Table } from '../../graphql/answer'
import type { DimensionId, MetricsRequest } from '../../graphql/generated/graphql'

/** Everything that a board and its parts are made from. */
export interface Situation extends Speaking {
  readonly screen: Screen
  /** Where the members of a dimension lie. */
  readonly ground: (dimension: string) => Ground
}

/** Days that are marked in the pictures over time. */
export type Chosen = { readonly from: string; readonly to: string } | null

/** A picture of a board: what is asked for it, and how the answer is drawn. */
export interface Panel {
  /** Of the part of the answer, and of the panel in the address of the page. */
  readonly id: string
  /** What it shows, as its plain heading. */
  readonly name: string
  readonly request: MetricsRequest
  /** Drawn from the answer, which may be one question behind. */
  readonly figure: (table: Table, chosen: Chosen) => Figure
  /** Of the picture, in pixels. */
  readonly height: number
  /** The hierarchy whose level can be changed here. */
  readonly hierarchy: Hierarchy | null
  /** Columns of twelve; on a narrow screen each panel has all. */
  readonly columns: number
}

/** A page: panels, and what else is asked with them in the same request. */
export interface Board {
  readonly panels: readonly Panel[]
  /** Requests of parts that are no panel; `total` is the one that speaks for the page. */
  readonly parts: Readonly<Record<string, MetricsRequest>> & { readonly total: MetricsRequest }
}

export type BoardPlan = (situation: Situation) => Board

export const settingOf = (
  table: Table,
  { annotations, catalogue, ground, screen, t }: Situation,
): Setting => ({
  table,
  names: catalogue,
  picked: (dimension: DimensionId) => codesOf(screen, dimension),
  t,
  annotations,
  ground,
})

const COLUMNS = 12

/** Panels line by line; the last one of a line takes what is left of it, so that no line has a hole. */
export function inLines(panels: readonly Panel[]): Panel[] {
  const lines: Panel[][] = []
  let left = 0
  for (const panel of panels) {
    if (panel.columns > left) {
      lines.push([])
      left = COLUMNS
    }
    lines.at(-1)?.push(panel)
    left -= panel.columns
  }
  return lines.flatMap((line) => {
    const rest = COLUMNS - line.reduce((sum, { columns }) => sum + columns, 0)
    return line.map((panel, at) =>
      at === line.length - 1 ? { ...panel, columns: panel.columns + rest } : panel,
    )
  })
}

/** All that a board asks, by the name of the part. */
export const requestsOf = ({ panels, parts }: Board): Readonly<Record<string, MetricsRequest>> => ({
  ...parts,
  ...Object.fromEntries(panels.map((panel) => [panel.id, panel.request])),
})

import { useClientHandle } from '@urql/vue'
import type { ChartModel } from '@fengsui/charts/model'
import { drawingOf, type Drawing } from '@fengsui/charts/options/option'
import { rejectionOf, tableOf, type Table } from '../../graphql/answer'
import type { MetricsRequest } from '../../graphql/generated/graphql'
import { MetricsDocument } from '../../graphql/metrics-documents'
import { LIGHT } from '@fengsui/charts/palette'
import type { Side } from '../panels/fields'
import { csvText } from './csv'
import { download } from './download'
import { fileName } from './neutral'
import { pictureOf, pngOf } from './picture'
import { sheetOf, type Asked } from './sheet'
import { xlsxBytes } from './xlsx'

export type Format = 'png' | 'svg' | 'xlsx' | 'csv'
export type Draw = (drawing: Drawing, width: number, height: number) => string

/** What is exported: a question, and how its answer is shown. */
export interface Subject {
  readonly asked: Asked
  readonly request: MetricsRequest
  /** Of the file, before the period. */
  readonly name: string
  readonly title: (table: Table) => string
  readonly subtitle: (table: Table) => string
  /** Null where the answer has no picture. */
  readonly model: (table: Table) => ChartModel | null
  readonly sides?: readonly Side[]
}

const WIDTH = 960
const RATIO = 3
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The height of a picture follows what is in it. */
function heightOf(model: ChartModel): number {
  switch (model.kind) {
    case 'bars':
      return Math.max(180, model.marks.length * 30 + 20)
    case 'matrix':
      return Math.max(240, model.rows.length * 34 + 70)
    case 'tiles':
    case 'territory':
      return 640
    case 'slope':
    case 'stages':
    case 'calendar':
      return 300
    case 'multiples':
      return Math.ceil(model.panes.length / 4) * 130
    case 'trend':
    case 'columns':
      return 420
  }
}

/** What must stand on a map. */
const noteOf = (model: ChartModel | null): string | undefined =>
  model?.kind === 'territory' ? model.note : undefined

/** Pictures are light, for paper. */
function picture(subject: Subject, model: ChartModel, table: Table, draw: Draw) {
  const { catalogue, t } = subject.asked
  const height = heightOf(model)
  const note = noteOf(model)
  const sheet = sheetOf(table, subject.title(table), subject.asked, model.kind, undefined, note)
  const svg = draw(drawingOf(model, LIGHT), WIDTH, height)
  const badge = catalogue.office.demo ? t('shell.demo') : ''
  return pictureOf(sheet, subject.subtitle(table), svg, { width: WIDTH, height }, LIGHT, badge)
}

/**
 * Exports a chart or table. The numbers are asked anew as leaving the office, and only that answer is used: what is on
 * the screen may hold small cells that must not leave it.
 * @returns null, or the sentence that says why there is no file.
 */
export function useExport() {
  const handle = useClientHandle()
  return async (subject: Subject, format: Format, draw: Draw | null): Promise<string | null> => {
    const { t } = subject.asked
    const request = { ...subject.request, leaving: true }
    const result = await handle.client
      .query(MetricsDocument, { request }, { requestPolicy: 'network-only' })
      .toPromise()
    const table = tableOf(result.data?.metrics)
    if (!table) return rejectionOf(result.data?.metrics)?.message ?? t('error.network')
    const name = fileName(subject.name, table.period.label, format)
    const model = subject.model(table)
    if (format === 'png' || format === 'svg') {
      if (!model || !draw) return t('panel.exportNoPicture')
      const drawn = picture(subject, model, table, draw)
      download(
        name,
        format === 'svg' ? new Blob([drawn.svg], { type: 'image/svg+xml' }) : await pngOf(drawn, RATIO),
      )
      return null
    }
    const sheet = sheetOf(
      table,
      subject.title(table),
      subject.asked,
      model?.kind ?? null,
      subject.sides,
      noteOf(model),
    )
    download(
      name,
      format === 'csv'
        ? new Blob([csvText(sheet)], { type: 'text/csv;charset=utf-8' })
        : new Blob([await xlsxBytes(sheet)], { type: XLSX }),
    )
    return null
  }
}

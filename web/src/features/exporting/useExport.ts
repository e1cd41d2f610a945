import { useClientHandle } from '@urql/vue'
import { drawingOf, type Drawing } from '../../charts/options/option'
import { rejectionOf, tableOf, type Table } from '../../graphql/answer'
import { MetricsDocument } from '../../graphql/documents'
import { LIGHT } from '../../ui/theme'
import { requestOf, type ChartId } from '../overview/requests'
import { modelOf, subtitleOf, titleOf, type Situation } from '../overview/views'
import { csvText } from './csv'
import { download } from './download'
import { fileName } from './neutral'
import { pictureOf, pngOf } from './picture'
import { sheetOf } from './sheet'
import { xlsxBytes } from './xlsx'

export type Format = 'png' | 'svg' | 'xlsx' | 'csv'
type Draw = (drawing: Drawing, width: number, height: number) => string

const WIDTH = 960
const RATIO = 3
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Pictures are light, for paper; their height follows what is in them. */
function picture(chart: ChartId, table: Table, situation: Situation, draw: Draw) {
  const model = modelOf(chart, table, situation, null)
  const height =
    model.kind === 'bars'
      ? Math.max(180, model.marks.length * 30 + 20)
      : model.kind === 'matrix'
        ? Math.max(240, model.rows.length * 34 + 70)
        : model.kind === 'tiles'
          ? 640
          : 420
  const sheet = sheetOf(table, titleOf(chart, table, situation), situation, model.kind)
  const svg = draw(drawingOf(model, LIGHT), WIDTH, height)
  const badge = situation.catalogue.office.demo ? situation.t('shell.demo') : ''
  return pictureOf(sheet, subtitleOf(chart, table, situation), svg, { width: WIDTH, height }, LIGHT, badge)
}

/**
 * Exports a chart. The numbers are asked anew as leaving the office, and only that answer is used: what is on the
 * screen may hold small cells that must not leave it.
 * @returns null, or the sentence that says why there is no file.
 */
export function useExport() {
  const handle = useClientHandle()
  return async (chart: ChartId, format: Format, situation: Situation, draw: Draw): Promise<string | null> => {
    const request = { ...requestOf(chart, situation.screen, situation.catalogue), leaving: true }
    const result = await handle.client
      .query(MetricsDocument, { request }, { requestPolicy: 'network-only' })
      .toPromise()
    const table = tableOf(result.data?.metrics)
    if (!table) return rejectionOf(result.data?.metrics)?.message ?? situation.t('error.network')
    const title = titleOf(chart, table, situation)
    const name = fileName(situation.t(`panel.${chart}`), table.period.label, format)
    if (format === 'png' || format === 'svg') {
      const drawn = picture(chart, table, situation, draw)
      download(
        name,
        format === 'svg' ? new Blob([drawn.svg], { type: 'image/svg+xml' }) : await pngOf(drawn, RATIO),
      )
      return null
    }
    const sheet = sheetOf(table, title, situation, modelOf(chart, table, situation, null).kind)
    download(
      name,
      format === 'csv'
        ? new Blob([csvText(sheet)], { type: 'text/csv;charset=utf-8' })
        : new Blob([await xlsxBytes(sheet)], { type: XLSX }),
    )
    return null
  }
}

import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { OVERVIEW, screenRequest, type Window } from '../overview-questions.js'

/** Where the page stands: on the product's own origin, so that it asks the same server as the same person. */
export const PLAIN = '/plain-page'

/**
 * The least that shows the same numbers: ECharts as it is published, the overview's questions in one request, a chart for
 * each part, and a filter on every press of a bar. No framework, no table, no sentence, no word of where a number is from.
 */
export async function offerPlainPage(page: Page, period: Window): Promise<void> {
  const library = await readFile(
    createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js'),
    'utf8',
  )
  const script = `
    const request = ${JSON.stringify(screenRequest(period, false))}
    const parts = ${JSON.stringify(Object.keys(OVERVIEW).filter((part) => part !== 'total'))}
    const charts = parts.map((part) => {
      const chart = echarts.init(document.getElementById(part), null, { renderer: 'svg' })
      chart.on('click', ({ dataIndex }) => ask(part, dataIndex))
      return chart
    })
    let answer = null
    async function ask(part, at) {
      const row = part && answer[part].rows[at]
      const filters = row?.keys.length ? [{ dimension: answer[part].dimensions[0], in: [row.keys[0]] }] : []
      document.body.ariaBusy = 'true'
      const variables = Object.fromEntries(
        Object.entries(request.variables).map(([name, each]) => [name, { ...each, filters }]))
      const got = await fetch('/graphql', {
        method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...request, variables }) })
      answer = (await got.json()).data
      document.getElementById('total').textContent = '接报 ' + answer.total.total.values[0].value + ' 件，共 9 项'
      parts.forEach((part, at) => charts[at].setOption({
        animation: false, grid: { left: 8, right: 8, top: 8, bottom: 24 },
        xAxis: { type: 'category', data: answer[part].rows.map((row) => row.labels.join(' ') || row.bucket) },
        yAxis: { type: 'value' }, tooltip: {},
        series: [{ type: 'bar', data: answer[part].rows.map((row) => row.values[0].value) }] }))
      document.body.ariaBusy = 'false'
    }
    ask(null, 0)`
  const frame = (part: string) => `<div id="${part}" style="width:460px;height:240px;float:left"></div>`
  const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body aria-busy="true">
    <h1 id="total" style="height:40px">……</h1>${Object.keys(OVERVIEW).map(frame).join('')}
    <script src="${PLAIN}/echarts.js"></script><script src="${PLAIN}/page.js"></script></body></html>`
  const js = { contentType: 'text/javascript' }
  await page.route(`**${PLAIN}`, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.route(`**${PLAIN}/echarts.js`, (route) => route.fulfill({ ...js, body: library }))
  await page.route(`**${PLAIN}/page.js`, (route) => route.fulfill({ ...js, body: script }))
}

import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import excel from 'exceljs'
import { url } from './address'

async function exported(page: Page, chart: string, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByTestId(`export-${chart}`).click()
  const option = page.locator('.n-dropdown-option-body', { hasText: format })
  await option.hover()
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), option.click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

interface Answer {
  data: { metrics: { rows: { labels: string[]; values: { value: number | null; state: string }[] }[] } }
}

/** The API's own answer to the leaving question of the industry chart. */
const leaving = (page: Page) =>
  page.evaluate(async (): Promise<Answer> => {
    const query = `query ($request: MetricsRequest!) { metrics(request: $request) {
      ... on MetricsTable { rows { labels values { value state } } } } }`
    const request = {
      measures: ['received'],
      dimensions: ['industry1'],
      period: { preset: 'yearToDate' },
      comparisons: ['yearAgo', 'previous'],
      orderBy: { measure: 'received', direction: 'desc' },
      leaving: true,
    }
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'zh' },
      body: JSON.stringify({ query, variables: { request } }),
    })
    return (await response.json()) as Answer
  })

test.beforeEach(async ({ page }) => {
  await page.goto(url())
  await expect(page.getByTestId('panel-industry').locator('svg text').first()).toBeVisible()
})

test('a PNG has at least three pixels for one of the screen', async ({ page }) => {
  const { name, bytes } = await exported(page, 'region', 'PNG')
  expect(name).toMatch(/\.png$/)
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(3 * 960)
  expect(bytes.readUInt32BE(20)).toBeGreaterThanOrEqual(3 * 400)
})

test('an SVG says period, as-of, definition, source and that it is a demo and a sketch', async ({ page }) => {
  const { bytes } = await exported(page, 'region', 'SVG')
  const text = bytes.toString('utf8')
  for (const needed of ['期间', '数据截至', '口径', '来源', '演示数据', '示意图'])
    expect(text).toContain(needed)
})

test('a workbook opens again with the numbers of the API as numbers', async ({ page }) => {
  const { name, bytes } = await exported(page, 'industry', 'Excel')
  expect(name).toMatch(/\.xlsx$/)
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes as never)
  const sheet = workbook.worksheets[0]
  const rows = sheet?.getSheetValues() as (unknown[] | undefined)[]
  const lines = Array.from(rows, (row) => row?.slice(1) ?? [])
  const heads = lines.map((line) => line[0])
  for (const needed of ['标题', '期间', '数据截至', '口径', '来源', '说明']) expect(heads).toContain(needed)
  expect(JSON.stringify(lines)).toContain('演示数据')

  const { data } = await leaving(page)
  expect(data.metrics.rows.length).toBeGreaterThan(5)
  for (const { labels, values } of data.metrics.rows) {
    const line = lines.find((one, at) => at > 10 && one[0] === (labels[0] || '未知'))
    expect(line?.[1], labels[0]).toBe(values[0]?.value ?? '已隐去')
  }
})

test('small cells that are on the screen do not leave it', async ({ page }) => {
  const { data } = await leaving(page)
  const hidden = data.metrics.rows.filter((row) => row.values[0]?.state === 'suppressed')
  expect(hidden.length, 'the demo has small cells').toBeGreaterThan(0)
  const { bytes } = await exported(page, 'industry', 'CSV')
  const text = bytes.toString('utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  for (const { labels } of hidden) {
    expect(text).toMatch(new RegExp(`^${labels[0]}.*,已隐去`, 'm'))
  }
})

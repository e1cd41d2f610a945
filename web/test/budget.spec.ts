import { expect, test } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { url } from './address'

/** Kilobytes as gzip makes them: what is there before the first number, and with the pictures of the first page. */
const BUDGET = { numbers: 115, pictures: 315 } as const

test('the script of the first page keeps within its budget, and nothing on it moves', async ({ page }) => {
  const scripts = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return
    const sent = response.body().then((body) => gzipSync(body).length / 1024)
    scripts.set(new URL(response.url()).pathname, sent)
  })
  await page.addInitScript(() => {
    const seen = window as unknown as { moved: number }
    seen.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url())
  await expect(page.getByTestId('panel-region').locator('svg text').first()).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const named = await page
    .locator('head script[src]')
    .evaluateAll((all) => all.map((each) => new URL((each as HTMLScriptElement).src).pathname))
  const sum = async (names: Iterable<string>): Promise<number> => {
    let all = 0
    for (const name of names) all += (await scripts.get(name)) ?? Infinity
    return all
  }
  expect(named).not.toEqual([])
  expect(await sum(named)).toBeLessThan(BUDGET.numbers)
  expect(await sum(scripts.keys())).toBeLessThan(BUDGET.pictures)
  expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBe(0)
})

import { expect, test, type Page } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { url } from './address'

/** Kilobytes as gzip makes them: what is there before the first number, and with the pictures of the first page. */
const BUDGET = { numbers: 115, pictures: 315 } as const

async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = window as unknown as { moved: number }
    seen.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** Cumulative layout shift, to three digits: what is left out is a part of a pixel of a word. */
async function moved(page: Page): Promise<number> {
  const sum = await page.evaluate(() => (window as unknown as { moved: number }).moved)
  return Math.round(sum * 1000) / 1000
}

test('the script of the first page keeps within its budget, and nothing on it moves', async ({ page }) => {
  const scripts = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return
    const sent = response.body().then((body) => gzipSync(body).length / 1024)
    scripts.set(new URL(response.url()).pathname, sent)
  })
  await watchMoves(page)
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
  expect(await moved(page)).toBe(0)
})

for (const width of [390, 1280])
  test(`nothing on a first visit moves at ${width} px, however late the answers`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await watchMoves(page)
    let late = 0
    await page.route('**/graphql', async (route) => {
      late += 400
      await new Promise((resolve) => setTimeout(resolve, late))
      await route.continue()
    })
    await page.goto(url())
    await expect(page.locator('.findings dl')).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(page.getByTestId('see-cases')).toBeEnabled()
    expect(await moved(page)).toBe(0)
  })

import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { url } from './address'

/** Every page, and what is there once it has its numbers. */
const PAGES: readonly (readonly [string, string])[] = [
  ['/', '[data-testid=card-received]'],
  ['/industries', '[data-testid=enterprises] table'],
  ['/regions', '[data-testid=trend-map] svg'],
  ['/issues', '[data-testid=panel-calendar] svg'],
  ['/cases', '[data-testid=case-list] tbody tr'],
  ['/explore', '[data-testid=result] svg'],
  ['/wall', '[data-testid=wall-trend] svg'],
  ['/data', 'table'],
  ['/definitions', 'article, section'],
]

/** In the dark only colours differ; two pages have all of them. */
const DARK = ['/', '/regions']

for (const appearance of ['light', 'dark'] as const)
  test(`no page breaks a rule of WCAG 2.1 AA that a program can check: ${appearance}`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.addInitScript((look) => localStorage.setItem('fengsui.appearance', look), appearance)
    const broken: string[] = []
    for (const [path, ready] of PAGES.filter(([one]) => appearance === 'light' || DARK.includes(one))) {
      await page.goto(url(path))
      await expect(page.locator(ready).first()).toBeVisible()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze()
      broken.push(
        ...violations.map(
          ({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        ),
      )
    }
    expect(broken).toEqual([])
  })

test('no page is wider than a telephone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const wide: string[] = []
  for (const [path, ready] of PAGES.filter(([one]) => one !== '/wall')) {
    await page.goto(url(path))
    await expect(page.locator(ready).first()).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 390) wide.push(`${path}: ${width}`)
  }
  expect(wide).toEqual([])
})

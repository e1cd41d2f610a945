import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { url } from './address'

/** Every page, and what is there once it has its numbers. */
const PAGES: readonly (readonly [string, string])[] = [
  ['/', '[data-testid=card-received]'],
  ['/industries', '[data-testid=enterprises] table'],
  ['/regions', '[data-testid=trend-map] svg'],
  ['/issues', '[data-testid=panel-calendar] svg'],
  ['/cases', '[data-testid=case-list] tbody tr'],
  ['/explore', '[data-testid=result] svg'],
  ['/explore?by=channel&chart=stacked', '[data-testid=result] svg'],
  ['/explore?by=department&grain=none', '[data-testid=result]'],
  ['/wall', '[data-testid=wall-trend] svg'],
  ['/data', 'table'],
  ['/definitions', 'article, section'],
  ['/deadlines', '[data-testid=panel-overdue_department] svg'],
  ['/ranking?quarter=2026Q1', '[data-testid=league-towns] tbody tr'],
  ['/ranking?quarter=2026Q1&unit=YJ', '[data-testid=gaming]'],
  ['/rewards?period=all', '[data-testid=panel-amountBy_industry] svg'],
  ['/findings', '[data-testid=open-flag]'],
]

/** What opens over a page: the page, what is clicked, and what is there then. */
const DIALOGS: readonly (readonly [string, string, string])[] = [
  ['/deadlines', '[data-testid=actions] [data-testid=act]', '[data-testid=action-dialog]'],
  ['/findings', '[data-testid=open-flag]', '[data-testid=flag-sentence]'],
  ['/?filter=issue2:0503', '[data-testid=contrast]', '[data-testid=contrast-drawer] .finding'],
]

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
const DESK = { width: 1440, height: 900 }
const WIDTHS = [1920, 390]

/** What is wrong with the page as it stands. @param only a rule, all of WCAG 2.1 AA if none. */
async function wrong(page: Page, only?: string): Promise<string[]> {
  // The product has no frames; and nobody reads the thousands of marks that are right.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(RULES)).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

for (const [path, ready] of PAGES)
  test(`anyone can use ${path}, in the light, in the dark and on a telephone`, async ({ page }) => {
    await page.goto(url(path))
    await expect(page.locator(ready).first()).toBeVisible()
    expect(await wrong(page)).toEqual([])
    // The wall fits itself to its screen, and is dark as it is.
    if (path === '/wall') return
    await page.getByTestId('appearance').click()
    await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark')
    expect(await wrong(page, 'color-contrast'), 'in the dark only colours differ').toEqual([])
    for (const width of WIDTHS) {
      await page.setViewportSize({ ...DESK, width })
      const widthNow = () => page.evaluate(() => document.documentElement.scrollWidth)
      await expect.poll(widthNow, `at ${width}`).toBeLessThanOrEqual(width)
    }
  })

for (const [path, opener, ready] of DIALOGS)
  test(`anyone can use what opens over ${path}, in the light and in the dark`, async ({ page }) => {
    for (const appearance of ['light', 'dark']) {
      await page.goto(url(path))
      await page.locator(opener).first().click()
      await expect(page.locator(ready).first()).toBeVisible()
      expect(await wrong(page, appearance === 'dark' ? 'color-contrast' : undefined)).toEqual([])
      if (appearance === 'dark') return
      await page.evaluate(() => localStorage.setItem('fengsui.appearance', 'dark'))
    }
  })

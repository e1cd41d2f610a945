import { expect, type Page, test } from '@playwright/test'
import { url } from './address'
import { Someone } from './someone'

const rows = (page: Page) => page.getByTestId('case-list').locator('tbody tr')

/** A number of each kind, the page on which it stands, and the two clicks to the rows behind it. */
const NUMBERS: readonly (readonly [string, string, (page: Page) => ReturnType<Page['locator']>])[] = [
  ['a card', '/', (page) => page.getByTestId('card-onTimeRate').locator('.value .number-button')],
  ['a sentence', '/', (page) => page.locator('.findings .number-button').nth(2)],
  [
    'the ranking',
    '/',
    (page) => page.getByTestId('panel-department').locator('tbody .number-button').first(),
  ],
  [
    'a table',
    '/?table=industry',
    (page) => page.getByTestId('panel-industry').locator('tbody .number-button').first(),
  ],
  ['a sector', '/industries', (page) => page.getByTestId('sectors').locator('.number-button').first()],
  [
    'an exploration',
    '/explore',
    (page) => page.getByTestId('result').locator('tbody .number-button').first(),
  ],
]

/** Marks of pictures are no text: they filter, and the button says how many cases are then chosen. */
const MARKS: readonly (readonly [string, string, (page: Page) => ReturnType<Page['locator']>])[] = [
  [
    'a bar',
    '/',
    (page) => page.getByTestId('panel-industry').locator('svg text', { hasText: '消防' }).first(),
  ],
  [
    'a tile',
    '/',
    (page) => page.getByTestId('panel-region').locator('svg text', { hasText: '白马' }).first(),
  ],
  [
    'a cell',
    '/',
    (page) => page.getByTestId('panel-matrix').locator('svg text', { hasText: /^\d+$/ }).first(),
  ],
  [
    'an area',
    '/regions',
    (page) => page.getByTestId('map-picture').locator('svg text', { hasText: '白马' }).first(),
  ],
]

test('from any number of words the rows behind it are two clicks away', async ({ page }) => {
  for (const [what, path, find] of NUMBERS) {
    await page.goto(url(path))
    const someone = new Someone(page)
    await someone.clicks(find(page))
    await someone.clicks(page.getByTestId('open-cases'))
    await expect(rows(page).first(), what).toBeVisible()
    expect(someone.actions).toBeLessThanOrEqual(2)
  }
})

test('from any mark of a picture too', async ({ page }) => {
  for (const [what, path, find] of MARKS) {
    await page.goto(url(path))
    const button = page.getByTestId('see-cases').or(page.getByTestId('map-cases'))
    await expect(find(page)).toBeVisible()
    // A picture that is drawn anew between press and release is not pressed.
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    const before = await button.innerText()
    const someone = new Someone(page)
    await someone.clicks(find(page))
    await expect(button).not.toHaveText(before)
    const counted = /[\d,]+/.exec(await button.innerText())?.[0] ?? ''
    await someone.clicks(button)
    await expect(rows(page).first(), what).toBeVisible()
    await expect(page.getByTestId('case-list').locator('.pages'), what).toContainText(`共 ${counted} 件`)
    expect(someone.actions).toBeLessThanOrEqual(2)
  }
})

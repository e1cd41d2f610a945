import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(url(`/explore${query}`))
  await expect(page.getByTestId('result').locator('tbody tr').first()).toBeVisible()
}

const title = (page: Page) => page.getByTestId('result').locator('h2')
const table = (page: Page) => page.getByTestId('result').locator('table')

test('a chart is built, each step can be undone, and the address brings the same screen again', async ({
  page,
}) => {
  await open(page)
  await page.getByTestId('dimension-1').selectOption('channel')
  await expect(title(page)).toHaveText('接报量：按月 × 举报渠道')
  await expect(table(page)).toContainText('其他')
  await page.getByTestId('grain').selectOption('')
  await expect(page.getByTestId('chart-auto')).toHaveText('自动（柱条）')
  await page.getByTestId('measure-onTimeRate').check()
  await expect(table(page)).toContainText('按期办结率 n')
  await page.getByTestId('column-share').click()
  await expect(table(page)).toContainText('接报量占比')
  await page.getByTestId('order-received').click()
  await expect(table(page).locator('th[aria-sort]')).toHaveAttribute('aria-sort', 'ascending')
  const least = table(page).locator('tbody tr').first().locator('.number-button').first()
  await expect(least).toHaveText('0')

  const picture = page.getByTestId('result').locator('.picture')
  const [numbers, drawn] = [await table(page).innerText(), await picture.screenshot()]
  await page.reload()
  await expect(least).toHaveText('0')
  await expect(table(page).locator('th[aria-sort]')).toHaveAttribute('aria-sort', 'ascending')
  expect(await table(page).innerText()).toBe(numbers)
  await expect.poll(async () => (await picture.screenshot()).equals(drawn)).toBe(true)

  await page.goBack()
  await expect(table(page).locator('th[aria-sort]')).toHaveAttribute('aria-sort', 'descending')
  await page.goBack()
  await expect(table(page)).not.toContainText('接报量占比')
})

test('the shares of all members and 其他 make the whole', async ({ page }) => {
  await open(page, '?by=channel&grain=none&top=3&columns=share&compare=none')
  const cells = await table(page).locator('tbody tr td:nth-child(2)').allInnerTexts()
  const numbers = cells.map((text) => Number(text.replaceAll(',', '')))
  expect(numbers).toHaveLength(5)
  const total = numbers.pop() ?? 0
  expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(total)
  await expect(table(page).locator('.others')).toContainText('其他')
})

test('comparisons are chosen by what they mean, and one that does not fit is refused with what to change', async ({
  page,
}) => {
  await open(page)
  await page.getByTestId('comparisons').click()
  await page.getByTestId('comparison-sameWeekdays').check()
  await expect(table(page)).toContainText('同比（星期对齐）')
  await page.getByTestId('comparison-springFestival').check()
  await expect(page.getByRole('alert')).toContainText('请选半年以内的时段')
  await page.goBack()
  await expect(table(page)).toContainText('同比（星期对齐）')
  await page.keyboard.press('Escape')
  await page.locator('h2').first().click()
  await page.keyboard.press('x')
  await expect(table(page)).not.toContainText('同比')
})

test('what cannot be drawn says what it needs, and a measure the office cannot fill is not offered', async ({
  page,
}) => {
  await open(page)
  await expect(page.getByTestId('chart-matrix')).toBeDisabled()
  await expect(page.getByTestId('chart-matrix')).toHaveAttribute('title', /两个维度/)
  await expect(page.getByTestId('measure-acceptedPer10k')).toHaveCount(0)
  await page.getByRole('searchbox', { name: '搜索指标' }).fill('奖励')
  await expect(page.getByTestId('measure-received')).toHaveCount(0)
  await page.getByTestId('measure-rewardAmount').check()
  await expect(title(page)).toContainText('决定奖励金额')
})

test('a click on a member filters, and Esc takes the filter away', async ({ page }) => {
  await open(page, '?by=channel&grain=none')
  await table(page).locator('tbody .link').first().click()
  await expect(page.getByTestId('chip-channel')).toBeVisible()
  await expect(table(page).locator('tbody tr')).toHaveCount(2)
  await page.locator('h2').first().click()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('chip-channel')).toHaveCount(0)
})

test('a view is saved, opened again, saved over only when asked twice, and removed', async ({ page }) => {
  await open(page, '?by=channel&grain=quarter&chart=stacked')
  await page.getByTestId('views').click()
  await page.getByTestId('view-name').fill('渠道季度')
  await page.getByTestId('view-save').click()
  const view = page.getByTestId('view-渠道季度')
  await expect(view).toBeVisible()

  await page.goto(url('/explore'))
  await page.getByTestId('views').click()
  await view.getByRole('button', { name: '渠道季度', exact: true }).click()
  await expect(title(page)).toHaveText('接报量：按季度 × 举报渠道')
  await expect(page.getByTestId('chart-stacked')).toHaveAttribute('aria-pressed', 'true')

  await page.getByTestId('views').click()
  await page.getByTestId('view-name').fill('渠道季度')
  await page.getByTestId('view-save').click()
  await expect(page.getByRole('alert')).toContainText('再按一次将覆盖')
  await page.getByTestId('view-save').click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await view.getByRole('button', { name: /删除/ }).click()
  await view.getByRole('button', { name: /删除/ }).click()
  await expect(view).toHaveCount(0)
})

test('a period without reports says so, and a lost connection keeps the old picture', async ({ page }) => {
  await page.goto(url('/explore?period=1999-01-01_1999-12-31'))
  await expect(page.getByText('所选期间和筛选下没有举报')).toBeVisible()
  await page.getByRole('button', { name: '查看全部期间' }).click()
  await expect(table(page).locator('tbody tr').first()).toBeVisible()
  await page.route('**/graphql', (route) => route.abort())
  await page.getByTestId('grain').selectOption('year')
  await expect(page.getByText('无法连接服务器')).toBeVisible()
  await expect(table(page).locator('tbody tr').first()).toBeVisible()
})

test('what is exported is made by the server, from the question and no number of the screen', async ({
  page,
}) => {
  await open(page, '?by=channel&grain=none')
  await page.getByTestId('export-explore').click()
  const asked = page.waitForRequest((request) => request.url().endsWith('/exports'))
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const { items } = (await asked).postDataJSON() as { items: object[] }
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['figure', 'name', 'request', 'sides', 'title'])
  expect((await download).suggestedFilename()).toMatch(/举报渠道.*\.csv$/)
})

test('the definitions can be gone to by their anchor', async ({ page }) => {
  await page.goto(url('/definitions#onTimeRate'))
  await expect(page.locator('#onTimeRate')).toBeInViewport()
  await expect(page.locator('#onTimeRate')).toContainText('武隆安委办通知第7项')
  await expect(page.locator('#comparisons')).toContainText('春节对齐')
})

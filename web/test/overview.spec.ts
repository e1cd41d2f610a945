import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

const valueOf = async (page: Page, card: string) =>
  Number((await page.getByTestId(`card-${card}`).locator('.value').innerText()).replaceAll(/[^\d.]/g, ''))

async function open(page: Page, path = '/'): Promise<void> {
  await page.goto(url(path))
  await expect(page.getByTestId('card-received')).toBeVisible()
  await expect(page.getByTestId('panel-region').locator('svg text').first()).toBeVisible()
}

const tile = (page: Page, name: string) =>
  page.getByTestId('panel-region').locator('svg text', { hasText: name }).first()

test('the first screen says what rises, where, and whose is late', async ({ page }) => {
  await open(page)
  const findings = page.locator('.findings')
  await expect(findings).toContainText('上升最多')
  await expect(findings).toContainText('接报最多')
  await expect(findings).toContainText('按期办结率')
  await expect(page.getByText('演示数据', { exact: true })).toBeVisible()
  await expect(page.getByText('示意图，不作为划界依据')).toBeVisible()
  await expect(page.getByTestId('as-of')).toContainText(/数据截至 \d{4}-\d{2}-\d{2}/)
})

test('a click on the map filters the rest, a reload keeps it, the back button undoes it', async ({
  page,
}) => {
  await open(page)
  const all = await valueOf(page, 'received')
  await tile(page, '白马').click()
  await expect(page.getByTestId('chip-region1')).toContainText('白马镇')
  await expect.poll(() => valueOf(page, 'received')).toBeLessThan(all)
  const filtered = await valueOf(page, 'received')
  await expect(tile(page, '芙蓉'), 'the map keeps the other towns').toBeVisible()

  await page.reload()
  await expect(page.getByTestId('chip-region1')).toContainText('白马镇')
  await expect.poll(() => valueOf(page, 'received')).toBe(filtered)

  await page.goBack()
  await expect(page.getByTestId('chip-region1')).toHaveCount(0)
  await expect.poll(() => valueOf(page, 'received')).toBe(all)
})

test('filters stack, and Esc takes away the last one', async ({ page }) => {
  await open(page)
  await tile(page, '白马').click()
  await expect(page.getByTestId('chip-region1')).toBeVisible()
  await page.getByTestId('panel-department').locator('tbody tr').first().click()
  await expect(page.getByTestId('chip-department')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('chip-department')).toHaveCount(0)
  await expect(page.getByTestId('chip-region1')).toBeVisible()
})

test('a double click goes down to the villages of a town', async ({ page }) => {
  await open(page)
  await tile(page, '凤山').dblclick()
  await expect(page.getByTestId('chip-region1')).toContainText('凤山街道')
  await expect(
    page.getByTestId('panel-region').locator('svg text', { hasText: '社区' }).first(),
  ).toBeVisible()
})

test('a filter is one request', async ({ page }) => {
  await open(page)
  const requests: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) requests.push(request.postData() ?? '')
  })
  await tile(page, '白马').click()
  await expect(page.getByTestId('chip-region1')).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(requests).toHaveLength(1)
})

test('keys toggle the comparison and the table under the pointer', async ({ page }) => {
  await open(page)
  await expect(page.getByTestId('card-received')).toContainText('同比')
  await page.keyboard.press('x')
  await expect(page.getByTestId('card-received')).not.toContainText('同比')
  await page.getByTestId('panel-trend').hover()
  await page.keyboard.press('t')
  await expect(page.getByTestId('panel-trend').locator('table')).toContainText('合计')
  expect(page.url()).toContain('compare=off')
  expect(page.url()).toContain('table=trend')
})

test('the period is chosen from the picker and stands in the address', async ({ page }) => {
  await open(page)
  const before = await valueOf(page, 'received')
  await page.keyboard.press('d')
  await page.getByRole('button', { name: '上月' }).click()
  await expect.poll(() => valueOf(page, 'received')).toBeLessThan(before)
  expect(page.url()).toContain('period=lastMonth')
})

test('a period without reports says why and offers the way out', async ({ page }) => {
  await page.goto(url('/?period=1999-01-01_1999-12-31'))
  await expect(page.getByText('所选期间和筛选下没有举报').first()).toBeVisible()
  await page.getByRole('button', { name: '查看全部期间' }).click()
  await expect(page.getByTestId('card-received')).toBeVisible()
})

test('what the server refuses is said in its words', async ({ page }) => {
  await page.goto(url('/?filter=region1:nowhere'))
  await expect(page.getByRole('alert').first()).toBeVisible()
})

test('without a connection the old picture stays and a retry is offered', async ({ page }) => {
  await open(page)
  await page.route('**/graphql', (route) => route.abort())
  await tile(page, '白马').click()
  await expect(page.getByText('无法连接服务器')).toBeVisible()
  await expect(page.getByTestId('card-received')).toBeVisible()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByText('无法连接服务器')).toHaveCount(0)
})

test('dark is kept for the next visit', async ({ page }) => {
  await open(page)
  await page.getByTestId('appearance').click()
  await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark')
})

test('English is one switch away, with the names from the server', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByTestId('card-received')).toContainText('Reports received')
})

test('the data page balances every batch', async ({ page }) => {
  await page.goto(url('/data'))
  const batches = page.getByTestId('batches').locator('tbody tr')
  await expect(batches.first()).toBeVisible()
  for (const batch of await batches.all()) await expect(batch).toContainText('读入＝入库＋隔离＋重复')
})

test('the definitions come from the catalogue', async ({ page }) => {
  await page.goto(url('/definitions'))
  await expect(page.getByText('按期办结率').first()).toBeVisible()
  await expect(page.getByText('武隆安委办通知第7项').first()).toBeVisible()
})

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { url } from './address'
import { become } from './personas'

const drawer = (page: Page) => page.getByTestId('provenance')
const number = (page: Page, card: string) => page.getByTestId(`card-${card}`).locator('.value .number-button')

async function open(page: Page, card = 'onTimeRate'): Promise<string> {
  await page.goto(url())
  const button = number(page, card)
  const text = await button.innerText()
  await button.click()
  await expect(page.getByTestId('provenance-state')).toBeVisible()
  return text
}

test('a click on a number tells how it came about, and Esc brings the focus back', async ({ page }) => {
  const text = await open(page)
  await expect(page.getByTestId('provenance-number')).toContainText(text)
  for (const needed of [
    '办结日≤到期日',
    '归属日期',
    '武隆安委办通知第7项',
    '全部举报',
    '市系统',
    '数据为最新',
  ])
    await expect(drawer(page)).toContainText(needed)
  await page.getByTestId('statement').locator('summary').click()
  await expect(page.getByTestId('statement').locator('pre').first()).toContainText('SELECT')
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
  await expect(number(page, 'onTimeRate')).toBeFocused()
})

test('counted again the number is the same', async ({ page }) => {
  const text = await open(page)
  await page.getByTestId('again').click()
  await expect(drawer(page)).toContainText(`一致：重新计算仍为 ${text}`)
})

test('two clicks lead from a number to its cases, and Enter to one of them', async ({ page }) => {
  await open(page)
  await page.getByTestId('open-cases').click()
  const rows = page.getByTestId('case-list').locator('tbody tr')
  await expect(rows).toHaveCount(20)
  await expect(rows.first().locator('.open')).toBeFocused()
  await page.keyboard.press('j')
  const second = await rows.nth(1).locator('.open').innerText()
  await page.keyboard.press('Enter')
  const one = page.getByTestId('case')
  await expect(one).toContainText(second)
  for (const needed of ['经过', '办结期限', '来源行', '各批次中的状态'])
    await expect(one).toContainText(needed)
  await expect(page.getByTestId('source-rows').locator('tbody tr').first()).toContainText(/\.(?:xlsx|csv)/)
  await page.keyboard.press('Escape')
  await expect(rows.nth(1).locator('.open')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('provenance-state')).toBeVisible()
})

test('there are as many cases as the number says, all of a rate or those that count', async ({ page }) => {
  await open(page)
  await page.getByTestId('open-cases').click()
  const total = page.getByTestId('case-list').locator('.pages')
  for (const which of ['all', 'property']) {
    const button = page.getByTestId(`which-${which}`)
    const count = /[\d,]+/.exec(await button.innerText())?.[0] ?? ''
    await button.click()
    await expect(total).toContainText(`共 ${count} 件`)
  }
})

test('pages go on and back, dates order the list, and a search finds a case by its number', async ({
  page,
}) => {
  await open(page, 'received')
  await page.getByTestId('open-cases').click()
  const numbers = page.getByTestId('case-list').locator('tbody .open')
  await expect(numbers).toHaveCount(20)
  const first = await numbers.first().innerText()
  await page.getByTestId('next-page').click()
  await expect(page.getByTestId('case-list')).toContainText('第 2 /')
  await expect(numbers.first()).not.toHaveText(first)
  await page.getByRole('button', { name: '上一页' }).click()
  await expect(numbers.first()).toHaveText(first)
  await page.getByTestId('cases-by-received').click()
  await expect(numbers.first()).not.toHaveText(first)
  await page.getByRole('searchbox').fill(first)
  await expect(numbers).toHaveCount(1)
  await expect(numbers).toHaveText([first])
  await page.getByRole('searchbox').fill('没有这样的单位')
  await expect(page.getByText('没有找到')).toBeVisible()
})

test('numbers of tables and of compared periods can be asked about, and 其他', async ({ page }) => {
  await page.goto(url('/explore?by=channel&grain=none&top=3&columns=base~change'))
  const rows = page.getByTestId('result').locator('tbody tr')
  await rows.first().locator('.number-button').nth(1).click()
  await expect(page.getByTestId('provenance-number')).toContainText('同比')
  await page.getByTestId('open-cases').click()
  await expect(page.getByTestId('case-list').locator('tbody tr').first()).toContainText('2025-')
  await page.getByRole('button', { name: '关闭' }).click()
  const others = page.getByTestId('result').locator('tr.others .number-button').first()
  const count = await others.innerText()
  await others.click()
  await page.getByTestId('open-cases').click()
  await expect(page.getByTestId('case-list').locator('.pages')).toContainText(`共 ${count} 件`)
})

test('a row of the ranking and the note of a chart lead there too', async ({ page }) => {
  await page.goto(url())
  await page.getByTestId('panel-department').locator('tbody .number-button').first().click()
  await expect(page.getByTestId('provenance-number')).toContainText('承办单位')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('chip-department'), 'the number is asked, not filtered by').toHaveCount(0)
  const note = page.getByTestId('panel-industry').getByRole('button', { name: /口径/ })
  await note.click()
  await page.getByRole('button', { name: '数据来源' }).last().click()
  await expect(page.getByTestId('provenance-number')).toContainText('合计')
  await page.keyboard.press('Escape')
  await expect(note).toBeFocused()
})

test('nothing serious stands in the way of anyone, from the number to the case', async ({ page }) => {
  await open(page)
  const check = async () => {
    const { violations } = await new AxeBuilder({ page }).include('[data-testid=provenance]').analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
  }
  await check()
  await page.getByTestId('open-cases').click()
  await expect(page.getByTestId('case-list').locator('tbody tr').first()).toBeVisible()
  await check()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('case')).toBeVisible()
  await check()
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-testid=appearance]')?.click())
  await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark')
  await check()
})

test.describe('seen by others', () => {
  test.afterEach(async ({ page }) => become(page, 'office'))

  test('a town reads the whole office beside its own, a leader no text, an assessor no case', async ({
    page,
  }) => {
    await become(page, 'town', '500156101')
    const own = Number(await number(page, 'received').innerText())
    await expect(page.getByTestId('office-received')).toContainText('全区')
    const all = page.getByTestId('office-received').locator('.number-button')
    expect(own).toBeLessThan(Number(await all.innerText()))
    await all.click()
    await page.getByTestId('open-cases').click()
    await expect(page.getByRole('alert'), 'totals are no way to the cases of others').toBeVisible()

    await become(page, 'leader')
    await expect(page.getByTestId('office-received')).toHaveCount(0)
    await number(page, 'received').click()
    await page.getByTestId('open-cases').click()
    await expect(page.getByTestId('case-list').locator('tbody tr').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('case')).toContainText('按权限隐藏')

    await become(page, 'assessor')
    await number(page, 'received').click()
    await page.getByTestId('open-cases').click()
    await expect(page.getByRole('alert')).toContainText('不看具体案件')
  })
})

import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

const rows = (page: Page) => page.getByTestId('rewards').locator('tbody tr')
const numberOf = async (page: Page, id: string) =>
  Number((await page.getByTestId(`strip-${id}`).getByRole('button').innerText()).replaceAll(/[^\d.]/g, ''))

async function open(page: Page, path = '/rewards?period=all'): Promise<void> {
  await page.goto(url(path))
  await expect(page.getByTestId('strip-rewardsDecided')).toContainText(/\d/)
  await expect(page.getByTestId('panel-amountBy_industry').locator('svg text').first()).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
}

test('奖励 counts what stands where, lists just these cases, and a case is reckoned by the standards', async ({
  page,
}) => {
  await open(page)
  const stages = ['rewardsToNotify', 'rewardsToClaim', 'rewardsLapsed']
  const unpaid = (await Promise.all(stages.map((id) => numberOf(page, id)))).reduce((a, b) => a + b, 0)
  await expect(page.getByTestId('list-total')).toHaveText(`共 ${unpaid} 件`)
  await page.getByTestId('tab-rewardsToNotify').click()
  await expect(page.getByTestId('list-total')).toHaveText(`共 ${await numberOf(page, 'rewardsToNotify')} 件`)
  await page.reload()
  await expect(page.getByTestId('tab-rewardsToNotify')).toHaveAttribute('aria-pressed', 'true')

  // What was decided on an item is held against its fixed amount.
  await page.getByTestId('tab-rewardsPaid').click()
  const listed = rows(page).filter({ hasText: '与标准一致' }).first()
  const caseNo = await listed.getByRole('rowheader').innerText()
  await listed.getByTestId('reckon').click()
  const calculator = page.getByTestId('calculator')
  await expect(calculator).toContainText(`取自 ${caseNo}`)
  await expect(calculator.getByTestId('own')).toContainText('定额')
  await expect(calculator.getByTestId('deviation')).toContainText('与标准一致')

  // Without an item the second text would decide, which is not public; the national measures are reckoned beside it.
  await calculator.getByTestId('matter-item').selectOption('')
  await calculator.getByTestId('matter-class').selectOption('violation')
  await calculator.getByTestId('matter-fine').fill('10000')
  await calculator.getByTestId('matter-decided').fill('4000')
  await calculator.getByTestId('matter-decided').press('Tab')
  await expect(calculator.getByTestId('own')).toContainText('不能算出金额')
  await expect(calculator.getByTestId('reference')).toContainText('1,500 元低于最低奖励，按最低 3,000 元')
  await expect(calculator.getByTestId('deviation')).toContainText('比标准多 1,000 元（33.3%）')
})

test('the standards are announced, and leave as a file; so does the list', async ({ page }) => {
  await open(page)
  await expect(page.getByTestId('standard')).toHaveCount(3)
  await expect(page.getByTestId('standard').nth(1)).toContainText('全文未公开')
  for (const [button, name] of [
    ['standards-csv', /安全生产举报奖励标准.*\.csv$/],
    ['list-xlsx', /未兑现.*\.xlsx$/],
  ] as const) {
    const arriving = page.waitForEvent('download')
    await page.getByTestId(button).click()
    expect((await arriving).suggestedFilename()).toMatch(name)
  }
})

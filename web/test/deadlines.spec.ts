import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

const count = async (page: Page, id: string) =>
  Number((await page.getByTestId(`count-${id}`).innerText()).replaceAll(/\D/g, ''))
const rows = (page: Page) => page.getByTestId('actions').locator('tbody tr')

async function open(page: Page, path = '/deadlines'): Promise<void> {
  await page.goto(url(path))
  await expect(page.getByTestId('count-close-overdue')).toHaveText(/\d/)
  await expect(page.getByTestId('panel-overdue_department').locator('svg text').first()).toBeVisible()
}

test('时限 counts what is late, lists just these cases, and says by which rule', async ({ page }) => {
  await open(page)
  const late = await count(page, 'close-overdue')
  expect(late).toBeGreaterThan(0)
  await expect(page.getByTestId('list-total')).toHaveText(`共 ${late} 件`)
  await expect(rows(page)).toHaveCount(Math.min(20, late))
  await expect(rows(page).first()).toContainText(/已超期\d+天/)
  await expect(page.getByTestId('rules').getByRole('row', { name: /^办结/ })).toContainText('通知第7项')

  // A number says where it comes from, and the cases behind it are as many.
  await page.getByTestId('count-close-overdue').getByRole('button').click()
  await expect(page.getByRole('dialog')).toContainText('待办结')
  await page.keyboard.press('Escape')

  await page.getByTestId('clock-reward').click()
  await expect(page).toHaveURL(/clock=reward/)
  await expect(page.getByTestId('list-total')).toHaveText(`共 ${await count(page, 'reward-overdue')} 件`)
  await page.getByTestId('tab-ahead').click()
  await page.reload()
  await expect(page.getByTestId('tab-ahead')).toHaveAttribute('aria-pressed', 'true')
})

test('a case is urged and answered, put under the eyes of the city, and taken off again', async ({
  page,
}) => {
  await open(page, '/deadlines?list=meeting')
  await expect(rows(page).first()).toContainText('建议会商')
  await rows(page).first().getByTestId('act').click()
  const dialog = page.getByTestId('action-dialog')
  await dialog.getByTestId('urge-text').fill('请打13800138000')
  await dialog.getByTestId('save-urge').click()
  await expect(dialog.getByRole('alert')).toContainText('个人信息')
  await dialog.getByTestId('urge-text').fill('请三日内办结')
  await dialog.getByTestId('save-urge').click()
  await expect(dialog.getByTestId('urges')).toContainText('请三日内办结')
  await dialog.getByTestId('answer-text').fill('已派人核查')
  await dialog.getByTestId('save-answer').click()
  await expect(dialog.getByTestId('urges')).toContainText('已派人核查')

  await dialog.getByTestId('escalation-unit').fill('市安委办')
  await dialog.getByTestId('escalation-reason').fill('重大隐患')
  await dialog.getByTestId('save-escalation').click()
  await expect(dialog.getByTestId('escalated')).toContainText('区级挂牌督办，市安委办')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(rows(page).first()).toContainText('催办 1 次')
  await page.getByTestId('tab-escalated').click()
  await expect(rows(page)).toHaveCount(1)
  await rows(page).first().getByTestId('act').click()
  await dialog.getByTestId('end-escalation').click()
  await dialog.getByTestId('end-escalation').click()
  await expect(page.getByText('没有这样的举报')).toBeAttached()
})

test('the list leaves as a file', async ({ page }) => {
  await open(page)
  const arriving = page.waitForEvent('download')
  await page.getByTestId('list-csv').click()
  expect((await arriving).suggestedFilename()).toMatch(/办结期限.*\.csv$/)
})

import { expect, type Page } from '@playwright/test'
import { walkTasks } from './tasks'

const panel = (page: Page, id: string) => page.getByTestId(`panel-${id}`)
const drawn = (page: Page, id: string, text: string | RegExp) =>
  panel(page, id).locator('svg text', { hasText: text }).first()
const cases = (page: Page) => page.getByTestId('case-list').locator('tbody tr')

walkTasks('R', ['department', 'YJ'], {
  R1: async (_, page) => {
    await expect(page.getByTestId('office-received')).toContainText(/全区\s*[\d,]+/)
    await expect(page.getByTestId('office-overdue')).toContainText(/全区\s*[\d,]+/)
  },
  R2: async (someone, page) => {
    await someone.goesTo('行业')
    await expect(page.locator('.findings')).toContainText(/前 3 个（.+）共 [\d,]+ 件，占 [\d,]+ 件的 [\d.]+%/)
  },
  R3: async (someone, page) => {
    await someone.goesTo('行业')
    const row = page.getByTestId('sectors').locator('tbody tr', { hasText: '区应急管理局' }).first()
    await expect(row.locator('.number-button').first()).toHaveText(/\d/)
  },
  R4: async (someone, page) => {
    await someone.goesTo('行业')
    await expect(page.getByTestId('enterprises').locator('tbody tr').first()).toContainText(/\d/)
  },
  R5: async (someone, page) => {
    await someone.goesTo('行业')
    const enterprise = page.getByTestId('enterprises').locator('tbody tr').first()
    const counted = Number(await enterprise.locator('td').first().innerText())
    await someone.clicks(enterprise.getByRole('button'))
    await expect(cases(page)).toHaveCount(counted)
  },
  R6: async (someone, page) => {
    await someone.goesTo('行业')
    await someone.clicks(drawn(page, 'industry', '危'))
    await expect(page.getByTestId('chip-industry1')).toContainText('危')
    for (const crossing of ['industryRegion', 'industryIssue'])
      await expect(panel(page, crossing).locator('svg text').first()).toBeVisible()
  },
  R7: async (someone, page) => {
    await someone.goesTo('行业')
    await someone.clicks(page.getByTestId('drill-industry'))
    await expect(page).toHaveURL(/drill=industry/)
    await expect(panel(page, 'industry').locator('svg text').first()).toBeVisible()
  },
  R8: async (someone, page) => {
    const overdue = page.getByTestId('card-overdue').locator('.value .number-button')
    const counted = await overdue.innerText()
    await someone.clicks(overdue)
    await someone.clicks(page.getByTestId('open-cases'))
    await expect(page.getByTestId('case-list').locator('.pages')).toContainText(`共 ${counted} 件`)
  },
  R9: async (someone, page) => {
    await someone.goesTo('事项')
    await expect(drawn(page, 'calendar', '周一')).toBeVisible()
  },
  R10: async (someone, page) => {
    const cell = drawn(page, 'matrix', /^\d+$/)
    const counted = await cell.textContent()
    await someone.clicks(cell)
    await expect(page.getByTestId('chip-industry1')).toBeVisible()
    await someone.clicks(page.getByTestId('see-cases').filter({ hasText: `（${counted}）` }))
    await expect(page.getByTestId('case-list').locator('.pages')).toContainText(`共 ${counted} 件`)
  },
})

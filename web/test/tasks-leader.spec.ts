import { expect, type Page } from '@playwright/test'
import { walkTasks } from './tasks'

const findings = (page: Page) => page.locator('.findings')
const number = (page: Page, card: string) => page.getByTestId(`card-${card}`).locator('.value .number-button')
const town = (page: Page, name: string) =>
  page.getByTestId('panel-region').locator('svg text', { hasText: name }).first()

walkTasks('L', ['leader'], {
  L1: async (_, page) => {
    await expect(findings(page)).toContainText(
      /上升最多的是“.+?”：[\d,]+ 件，同比增加 [\d,]+ 件（基期 [\d,]+ 件/,
    )
  },
  L2: async (_, page) => {
    await expect(findings(page)).toContainText(/接报最多的是.+?：[\d,]+ 件，占 [\d.]+%/)
  },
  L3: async (_, page) => {
    await expect(findings(page)).toContainText(/超期较多的有.+? [\d,]+ 件（按期 [\d.]+%，n=[\d,]+/)
  },
  L4: async (_, page) => {
    const change = page.getByTestId('card-received').locator('dl > div').first()
    await expect(change).toContainText(/同比\s*[+−]?[\d.]+%/)
    await expect(change).toHaveAttribute('title', /期间：2026年.+，[\d,]+\s同比：2025年.+，[\d,]+/)
  },
  L5: async (someone, page) => {
    await someone.presses('d')
    await someone.presses('l')
    await expect(page).toHaveURL(/period=lastMonth/)
    await expect(page.getByTestId('period')).toContainText('上月')
    await expect(findings(page)).toContainText(/\d{4}年\d+月接报 [\d,]+ 件/)
  },
  L6: async (someone, page) => {
    await someone.clicks(number(page, 'onTimeRate'))
    await expect(page.getByTestId('provenance-state')).toContainText('数据为最新')
    for (const needed of ['办结日≤到期日', '武隆安委办通知第7项', '来源批次'])
      await expect(page.getByTestId('provenance')).toContainText(needed)
  },
  L7: async (someone, page) => {
    await someone.clicks(number(page, 'onTimeRate'))
    await someone.clicks(page.getByTestId('open-cases'))
    await expect(page.getByTestId('case-list').locator('tbody tr').first()).toBeVisible()
  },
  L8: async (someone, page) => {
    await someone.clicks(town(page, '白马'))
    await expect(page.getByTestId('chip-region1')).toContainText('白马镇')
    await expect(page.getByTestId('card-received')).toContainText('占全部')
  },
  L9: async (someone, page) => {
    await someone.goesTo('区域')
    await someone.clicks(page.getByTestId('beside-yearAgo'))
    await expect(page.getByTestId('map-picture')).toHaveCount(2)
    await expect(page.getByTestId('trend-map').locator('figcaption')).toContainText(['2026年', '2025年'])
  },
  L10: async (someone, page) => {
    await someone.goesTo('大屏')
    await expect(page.getByTestId('wall-trend').locator('svg text').first()).toBeVisible()
  },
})

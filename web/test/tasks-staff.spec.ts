import { expect, type Page } from '@playwright/test'
import type { Someone } from './someone'
import { walkTasks } from './tasks'

const number = (page: Page, card: string) => page.getByTestId(`card-${card}`).locator('.value .number-button')

async function exports(someone: Someone, menu: string, option: string): Promise<void> {
  const { page } = someone
  await someone.clicks(page.getByTestId(`export-${menu}`))
  await someone.clicks(page.getByRole('menuitem', { name: option }))
}

walkTasks('S', ['office'], {
  S1: async (someone, page) => {
    await someone.goesTo('明细')
    const numbers = page.getByTestId('case-list').locator('tbody .open')
    await expect(numbers).toHaveCount(20)
    const wanted = await numbers.nth(7).innerText()
    await someone.types(page.getByRole('searchbox'), wanted)
    await expect(numbers).toHaveText([wanted])
    await someone.clicks(numbers.first())
    for (const needed of [wanted, '经过', '办结期限', '来源行'])
      await expect(page.getByTestId('case')).toContainText(needed)
  },
  S2: async (someone, page) => {
    const shown = await number(page, 'received').innerText()
    await someone.clicks(number(page, 'received'))
    await someone.clicks(page.getByTestId('again'))
    await expect(page.getByTestId('provenance')).toContainText(`一致：重新计算仍为 ${shown}`)
  },
  S3: async (someone, page) => {
    await someone.goesTo('数据')
    const batches = page.getByTestId('batches').locator('tbody tr')
    await expect(batches.first()).toContainText('读入＝入库＋隔离＋重复')
    await expect(page.getByTestId('batches')).toContainText(/[^：]：\d/)
  },
  S4: async (someone, page) => {
    await someone.clicks(page.getByTestId('card-onTimeRate').getByRole('button', { name: /口径/ }))
    await expect(page.locator('.note', { hasText: '公式' })).toContainText('武隆安委办通知第7项')
  },
  S5: async (someone, page) => {
    await someone.goesTo('探索')
    await someone.chooses(page.getByTestId('dimension-1'), 'channel')
    await someone.chooses(page.getByTestId('grain'), 'quarter')
    await someone.clicks(page.getByTestId('chart-stacked'))
    await expect(page.getByTestId('result').locator('h2')).toHaveText('接报量：按季度 × 举报渠道')
    await expect(page.getByTestId('result').locator('svg text').first()).toBeVisible()
  },
  S6: async (someone, page) => {
    await someone.goesTo('探索')
    await someone.chooses(page.getByTestId('dimension-1'), 'department')
    await someone.clicks(page.getByTestId('views'))
    await someone.types(page.getByTestId('view-name'), '各单位逐月')
    await someone.clicks(page.getByTestId('view-save'))
    const view = page.getByTestId('view-各单位逐月')
    await expect(view).toBeVisible()
    // Not of the task: nothing is left behind for the next walk.
    await view.getByRole('button', { name: /删除/ }).click()
    await view.getByRole('button', { name: /删除/ }).click()
    await expect(view).toHaveCount(0)
  },
  S7: async (someone, page) => {
    const foot = page.getByTestId('panel-trend').getByTestId('annotations')
    await someone.clicks(foot.getByTestId('add-annotation'))
    await someone.clicks(page.getByTestId('annotation-editor').getByText('专项行动'))
    await someone.types(page.getByTestId('annotation-text'), '有限空间专项检查')
    await someone.clicks(page.getByTestId('annotation-save'))
    const note = foot.getByRole('button', { name: /有限空间专项检查/ })
    await expect(note).toBeVisible()
    await note.click()
    await page.getByTestId('annotation-remove').click()
    await page.getByTestId('annotation-remove').click()
    await expect(note).toHaveCount(0)
  },
  S8: async (someone, page) => {
    await exports(someone, 'trend', '加入简报素材')
    await expect(page.getByTestId('basket')).toContainText('1')
    await someone.goesTo('探索')
    await exports(someone, 'explore', '加入简报素材')
    await expect(page.getByTestId('basket')).toContainText('2')
    await someone.clicks(page.getByTestId('basket'))
    const download = page.waitForEvent('download')
    await someone.clicks(page.getByTestId('basket-pdf'))
    expect((await download).suggestedFilename()).toMatch(/^简报素材_.*\.pdf$/)
    const drawer = page.getByTestId('basket-drawer')
    if (!(await drawer.isVisible())) await page.getByTestId('basket').click()
    await drawer.getByRole('button', { name: '全部删除' }).click()
    await expect(drawer).toContainText('还没有素材')
  },
  S9: async (someone, page) => {
    await someone.presses('Control+k')
    await someone.types(page.getByTestId('palette').getByRole('combobox'), 'bmz')
    await someone.presses('Enter')
    await expect(page.getByTestId('chip-region1')).toContainText('白马镇')
  },
  S10: async (someone, page) => {
    const download = page.waitForEvent('download')
    await exports(someone, 'page', 'PPT')
    expect((await download).suggestedFilename()).toMatch(/^总览_.*\.pptx$/)
  },
})

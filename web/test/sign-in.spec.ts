import { expect, test } from '@playwright/test'
import { signInLink, url } from './address'
import { SESSION } from './results'

test('without a session the page says how to get one', async ({ page }) => {
  await page.goto(url())
  await expect(page.getByText('需要登录')).toBeVisible()
})

test('the printed link signs in once, as whom one chooses, and not a second time', async ({
  page,
  browser,
  context,
}) => {
  await page.goto(signInLink())
  await expect(page.getByRole('heading', { name: '以哪个角色查看？' })).toBeVisible()
  // Looking again uses nothing up.
  await page.reload()
  await expect(page.getByRole('radio', { name: /安委办业务人员/ })).toBeChecked()
  await expect(page.getByRole('combobox')).toBeHidden()
  await page.getByRole('button', { name: '进入系统' }).click()
  await expect(page.getByTestId('card-received')).toBeVisible()
  await context.storageState({ path: SESSION })
  const stranger = await browser.newContext()
  const second = await stranger.newPage()
  const response = await second.goto(signInLink())
  expect(response?.status()).toBe(403)
  await second.goto(url())
  await expect(second.getByText('需要登录')).toBeVisible()
  await stranger.close()
})

test.describe('in a demonstration one', () => {
  test.use({ storageState: SESSION })

  test('changes the role by the menu, and what is not for it is not offered', async ({ page, context }) => {
    await page.goto(url())
    await expect(page.getByRole('link', { name: '数据', exact: true })).toBeVisible()
    await page.getByRole('button', { name: /安委办业务人员/ }).click()
    await page.getByText('换个角色').click()
    await page.getByRole('radio', { name: /乡镇/ }).check()
    await page.getByRole('combobox').selectOption('白马镇')
    await page.getByRole('button', { name: '进入系统' }).click()
    await expect(page.getByRole('button', { name: /白马镇 · 乡镇（街道）/ })).toBeVisible()
    await expect(page.getByTestId('card-received')).toBeVisible()
    await expect(page.getByRole('link', { name: '数据', exact: true })).toBeHidden()
    await page.getByRole('button', { name: /白马镇/ }).click()
    await page.getByText('换个角色').click()
    await expect(page.getByRole('combobox')).toHaveValue('500156101')
    await page.getByRole('radio', { name: /安委办业务人员/ }).check()
    await page.getByRole('button', { name: '进入系统' }).click()
    await expect(page.getByRole('button', { name: /安委办业务人员/ })).toBeVisible()
    // The screens' specs go on with this session: the first one is dead.
    await context.storageState({ path: SESSION })
  })
})

test('the page to choose on fits a telephone, and needs no script', async ({ browser }) => {
  const context = await browser.newContext({
    storageState: SESSION,
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await page.goto(url('/signin'))
  await page.getByRole('radio', { name: /^部门/ }).check()
  await expect(page.getByRole('combobox')).toBeVisible()
  const right = await page.getByRole('button', { name: '进入系统' }).boundingBox()
  expect((right?.x ?? 999) + (right?.width ?? 999)).toBeLessThanOrEqual(390)
  await context.close()
})

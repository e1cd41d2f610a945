import { expect, type Page } from '@playwright/test'
import { SESSION } from './results'
import { url } from './address'

/** Goes on in another role, for a unit where the role has one. */
export async function become(page: Page, role: string, unit?: string): Promise<void> {
  await page.goto(url('/signin'))
  await page.locator(`input[value=${role}]`).check()
  if (unit) await page.locator(`select[name=${role}]`).selectOption(unit)
  await page.getByRole('button', { name: '进入系统' }).click()
  await expect(page.getByTestId('card-received')).toBeVisible()
  await page.context().storageState({ path: SESSION })
}

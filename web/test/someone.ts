import type { Locator, Page } from '@playwright/test'

/** Somebody at the screen. What he does is counted as docs/tasks.md counts it. */
export class Someone {
  actions = 0

  constructor(readonly page: Page) {}

  async clicks(what: Locator): Promise<void> {
    this.actions += 1
    await what.click()
  }

  /** A key or a chord, e.g. `d` or `Control+k`. */
  async presses(key: string): Promise<void> {
    this.actions += 1
    await this.page.keyboard.press(key)
  }

  /** Fills one field, which includes going there. */
  async types(where: Locator, text: string): Promise<void> {
    this.actions += 1
    await where.fill(text)
  }

  /** Takes an option of a list. */
  async chooses(where: Locator, option: string): Promise<void> {
    this.actions += 1
    await where.selectOption(option)
  }

  /** Goes to a page of the main navigation. */
  async goesTo(name: string): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: '主导航' }).first()
    await this.clicks(navigation.getByRole('link', { name, exact: true }))
  }
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { url } from './address'
import { become } from './personas'
import { SESSION } from './results'
import { Someone } from './someone'

const LINE = /^\| (?<id>[LRS]\d+) +\| (?<task>[^|]+?) +\| [^|]+ \| (?<actions>\d+) +\|$/gm

interface Task {
  readonly id: string
  readonly task: string
  readonly actions: number
}

/** The tasks of a role as docs/tasks.md lists them; its letter is that of their ids. */
function listed(letter: string): Task[] {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/tasks.md'), 'utf8')
  return [...text.matchAll(LINE)].flatMap(({ groups }) =>
    groups?.id?.startsWith(letter)
      ? [{ id: groups.id, task: groups.task ?? '', actions: Number(groups.actions) }]
      : [],
  )
}

type Walk = (someone: Someone, page: Page) => Promise<void>

/**
 * The walks of a role's tasks, in one session: each begins on the page that one lands on, and takes exactly the
 * actions that docs/tasks.md says. Every task of the role has to be there.
 */
export function walkTasks(
  letter: string,
  role: readonly [string, string?],
  walks: Record<string, Walk>,
): void {
  let page: Page
  /** After a walk without actions the page is still as it was. */
  let isFresh = false

  test.beforeAll(async ({ browser }) => {
    const context = await browser.newContext({ storageState: SESSION })
    page = await context.newPage()
    await become(page, ...role)
    isFresh = true
  })
  test.afterAll(async () => {
    await become(page, 'office')
    await page.context().close()
  })

  for (const { id, task, actions } of listed(letter))
    test(`${id} ${task}`, async () => {
      const walk = walks[id]
      if (!walk) throw new Error(`docs/tasks.md lists ${id}, and nobody walks it`)
      if (!isFresh) await page.goto(url())
      await expect(page.getByTestId('card-received')).toBeVisible()
      isFresh = actions === 0
      const someone = new Someone(page)
      await walk(someone, page)
      expect(someone.actions, 'as many actions as docs/tasks.md says').toBe(actions)
    })

  test('ten tasks, none forgotten', () => {
    expect(Object.keys(walks)).toEqual(listed(letter).map(({ id }) => id))
    expect(Object.keys(walks)).toHaveLength(10)
  })
}

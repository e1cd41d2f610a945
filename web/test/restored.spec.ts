import { expect, type Page, test } from '@playwright/test'
import { catalogueOf, type Catalogue } from '../src/catalogue/catalogue'
import type { BootQuery } from '../src/graphql/generated/graphql'
import { url } from './address'
import { inAnotherOrder, randomStates } from './states'

/** So many in a usual run; the 500 of a release by FENGSUI_STATES=500. */
const STATES = Number(process.env.FENGSUI_STATES ?? 10)
/** So many one after the other in one test. */
const MOST = 50
const SEED = 20_261_031
/** Every so many states are restored by a new page load instead of by the router. */
const LOADED = 20

/** Put into the page: counts what is on its way, opens an address as the back button would, and writes down what is seen. */
function lookAround(): void {
  let pending = 0
  const fetch = window.fetch.bind(window)
  window.fetch = async (...request) => {
    pending += 1
    try {
      return await fetch(...request)
    } finally {
      // What comes is read and drawn before the page counts as quiet.
      setTimeout(() => (pending -= 1), 20)
    }
  }
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  const MADE_UP = /\bzr\d+-[a-z]+\d*\b|\bv-\d+(?:-\d+)*\b|\bec_\d+\b|__[a-z]+__\d+/gi

  /**
   * An element with all that is in it, a line for each. Left out are names that are made up while drawing, and the room
   * that is kept for what was to come.
   */
  function said(root: Element): string {
    const attributeOf = ({ name, value }: Attr) => {
      const parts = value.split(';').map((part) => part.trim())
      const isSaid = (part: string) => part !== '' && !part.startsWith('min-height')
      const sorted = name === 'style' ? parts.filter(isSaid).sort().join(';') : value
      return `${name}="${sorted.replaceAll(MADE_UP, '#')}"`
    }
    const typedIn = (node: Element) => {
      if (node instanceof HTMLInputElement) return ` ${node.checked} ${node.value}`
      return node instanceof HTMLSelectElement ? ` ${node.value}` : ''
    }
    const linesOf = (node: Node, depth: number): string[] => {
      const space = ' '.repeat(depth)
      if (node instanceof Text) return node.data.trim() === '' ? [] : [`${space}${node.data.trim()}`]
      if (!(node instanceof Element) || node.matches('.progress, [style*="display: none"]')) return []
      const attributes = [...node.attributes]
        .filter(({ name, value }) => name !== '_echarts_instance_' && value !== '')
        .map(attributeOf)
        .filter((attribute) => attribute !== 'style=""')
        .sort()
      const inside = [...node.childNodes].map((child) => linesOf(child, depth + 1))
      // A picture that is changed has its marks in another order than one that is drawn anew; none lies on another.
      if (node instanceof SVGElement) inside.sort((one, other) => (one.join() < other.join() ? -1 : 1))
      return [`${space}<${[node.tagName, ...attributes].join(' ')}>${typedIn(node)}`, ...inside.flat()]
    }
    return linesOf(root, 0).join('\n')
  }

  /** What is on the page once nothing is asked, nothing is busy and nothing changes any more. */
  async function settled(): Promise<string> {
    let last = ''
    for (let quiet = 0; quiet < 3;) {
      await wait(40)
      const main = document.querySelector('main')
      const isBusy = pending > 0 || !main || main.querySelector('[aria-busy=true], .skeleton') !== null
      const now = isBusy || !main ? '' : said(main)
      quiet = now !== '' && now === last ? quiet + 1 : 0
      last = now
    }
    return last
  }
  Object.assign(window, {
    openState: async (address: string) => {
      window.history.pushState(null, '', address)
      window.dispatchEvent(new PopStateEvent('popstate', { state: null }))
      // The page before stays until the script of the next one is there.
      const { pathname } = new URL(address, location.href)
      while (document.querySelector('nav a[aria-current=page]')?.getAttribute('href') !== pathname)
        await wait(20)
      return settled()
    },
    settled,
  })
}

declare global {
  interface Window {
    openState: (address: string) => Promise<string>
    settled: () => Promise<string>
  }
}

async function started(page: Page): Promise<Catalogue> {
  await page.addInitScript(lookAround)
  const boot = page.waitForResponse(
    async (answer) => answer.url().endsWith('/graphql') && (await answer.text()).includes('"catalogue"'),
  )
  await page.goto(url())
  const { data } = (await (await boot).json()) as { data: BootQuery }
  return catalogueOf(data)
}

const opened = (page: Page, state: string) => page.evaluate((address) => window.openState(address), state)

async function loaded(page: Page, state: string): Promise<string> {
  await page.goto(url(state))
  return page.evaluate(() => window.settled())
}

/** Where two screens part: the lines before, and the one of each. */
function difference(one: string, other: string): string {
  const [ones, others] = [one.split('\n'), other.split('\n')]
  const at = ones.findIndex((line, nth) => line !== others[nth])
  return [...ones.slice(Math.max(0, at - 3), at), `- ${ones[at]}`, `+ ${others[at]}`].join('\n')
}

for (let first = 0; first < STATES; first += MOST) {
  const count = Math.min(MOST, STATES - first)
  const seed = SEED + first
  test(`${count} random addresses bring the same screen again, wherever one comes from (seed ${seed})`, async ({
    page,
  }) => {
    test.setTimeout(60_000 + count * 6000)
    const states = randomStates(count, seed, await started(page))
    const seen = new Map<string, string>()
    for (const state of states) seen.set(state, await opened(page, state))
    expect(new Set(seen.values()).size, 'the screens differ').toBeGreaterThan(count * 0.8)

    const others: string[] = []
    for (const [at, state] of inAnotherOrder(states, seed).entries()) {
      const again = at % LOADED === 0 ? await loaded(page, state) : await opened(page, state)
      if (again !== seen.get(state)) others.push(`${state}\n${difference(seen.get(state) ?? '', again)}`)
    }
    expect(others).toEqual([])
  })
}

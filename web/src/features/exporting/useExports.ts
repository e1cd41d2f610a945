import { readonly, shallowReactive, type DeepReadonly } from 'vue'
import type { ActionsInput } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'
import type { Format, Item } from './item'

/** A file on its way. */
export interface Export {
  readonly key: number
  readonly title: string
  readonly format: Format
  /** Of the server; '' until it has answered. */
  id: string
  state: 'working' | 'done' | 'failed'
  /** From 0 to 1. */
  progress: number
  /** Why there is no file. */
  message: string
}

/** What the server says of a job. */
interface Told {
  readonly id: string
  readonly state: Export['state']
  readonly progress: number
  readonly message: string | null
}

interface Exports {
  /** The newest last; one that is done stays for a moment. */
  readonly exports: DeepReadonly<Export[]>
  /** Has a file made of some items and downloads it. */
  begin: (format: Format, title: string, items: readonly Item[]) => Promise<void>
  /** Has a file made of a list and downloads it: of cases, or of the reward standards. */
  beginList: (format: 'xlsx' | 'csv', title: string, list: ActionsInput | 'rewardStandards') => Promise<void>
  /** Has a file made of a version of a quarter's ranking and downloads it. */
  beginRanking: (format: 'xlsx' | 'pptx' | 'pdf', title: string, ranking: string) => Promise<void>
  /** Ends an export, or puts away what became of it. */
  cancel: (key: number) => void
}

const PATH = '/exports'
const FIRST_LOOK_MS = 120
const SLOWEST_LOOK_MS = 1000
const DONE_STAYS_MS = 5000

const exports = shallowReactive<Export[]>([])
let next = 1

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Hands a file of the server to the browser's downloads. */
function download(id: string): void {
  const link = document.createElement('a')
  link.href = `${PATH}/${id}/file`
  link.download = ''
  link.click()
}

/** The files that are being made for this page; the server makes them, from its own numbers. */
export function useExports(): Exports {
  const { t, locale } = useText()
  const headers = { 'Accept-Language': locale }

  /** @throws Error with a sentence for the person. */
  async function ask(path: string, order?: object): Promise<Told> {
    const post = order && {
      method: 'POST',
      body: JSON.stringify(order),
      headers: { ...headers, 'Content-Type': 'application/json' },
    }
    const response = await fetch(path, { headers, credentials: 'same-origin', ...post }).catch(() => {
      throw new Error(t('error.network'))
    })
    const answer = (await response.json().catch(() => ({}))) as Told & { errors?: { message: string }[] }
    if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? t('error.network'))
    return answer
  }

  function change(key: number, change: Partial<Export>): boolean {
    const at = exports.findIndex((one) => one.key === key)
    const one = exports[at]
    if (one) exports[at] = { ...one, ...change }
    return one !== undefined
  }

  function leave(key: number): void {
    const at = exports.findIndex((one) => one.key === key)
    if (at >= 0) exports.splice(at, 1)
  }

  async function follow(key: number, order: object): Promise<void> {
    let told = await ask(PATH, order)
    const { id } = told
    for (
      let pause = FIRST_LOOK_MS;
      told.state === 'working';
      pause = Math.min(pause * 1.4, SLOWEST_LOOK_MS)
    ) {
      // Cancelled while the order was on its way.
      if (!change(key, { id, progress: told.progress })) return end(id)
      await wait(pause)
      if (!exports.some((one) => one.key === key)) return
      told = await ask(`${PATH}/${id}`)
    }
    if (told.state === 'failed') throw new Error(told.message ?? t('exporting.failed'))
    change(key, { id, state: 'done', progress: 1 })
    download(id)
    setTimeout(() => leave(key), DONE_STAYS_MS)
  }

  async function start(format: Format, title: string, order: object): Promise<void> {
    const key = next++
    exports.push({ key, title, format, id: '', state: 'working', progress: 0, message: '' })
    try {
      await follow(key, order)
    } catch (error) {
      change(key, {
        state: 'failed',
        message: error instanceof Error ? error.message : t('exporting.failed'),
      })
    }
  }

  function end(id: string): void {
    void fetch(`${PATH}/${id}`, { method: 'DELETE', headers, credentials: 'same-origin' })
  }

  return {
    exports: readonly(exports),
    begin: (format, title, items) => start(format, title, { format, title, items }),
    beginList: (format, title, list) => start(format, title, { format, list }),
    beginRanking: (format, title, ranking) => start(format, title, { format, ranking }),
    cancel: (key) => {
      const one = exports.find((each) => each.key === key)
      leave(key)
      if (one?.state === 'working' && one.id !== '') end(one.id)
    },
  }
}

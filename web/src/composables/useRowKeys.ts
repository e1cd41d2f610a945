import { useKeys } from './useKeys'

const ROWS = 'tbody tr'
/** What a row offers to be opened or picked by; a row without any is only read. */
const HANDLE = 'button, a[href]'

const isShown = (element: Element) => element.getClientRects().length > 0

/** The table that is meant: the one with the focus, else that under the pointer, else the first one of the page. */
function tableMeant(): Element | null {
  const focused = document.activeElement?.closest('table')
  if (focused) return focused
  const under = [...document.querySelectorAll('main section:hover')].at(-1)?.querySelector('table')
  const tables = [...document.querySelectorAll('main table')]
  return [under, ...tables].find((table) => table && isShown(table)) ?? null
}

/** Moves the focus up or down through the rows of a table; at its ends it stays. */
function go(step: 1 | -1): void {
  const rows = [...(tableMeant()?.querySelectorAll<HTMLElement>(ROWS) ?? [])]
  const now = rows.findIndex((row) => row.contains(document.activeElement))
  const row = rows[now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step]
  if (!row) return
  const handle = row.querySelector<HTMLElement>(HANDLE)
  if (!handle) row.tabIndex = -1
  ;(handle ?? row).focus()
  row.scrollIntoView({ block: 'nearest' })
}

/** J and K move through the rows of tables, Enter does what a click on the row's first button does. */
export function useRowKeys(): void {
  useKeys({ j: () => go(1), k: () => go(-1) })
}

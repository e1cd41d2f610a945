import type { Locale } from '../office/member-lists.js'
import { MARK, escape, page } from './page.js'

const STYLE =
  'main{max-width:36em;margin:18vh auto 0;padding:0 20px}.mark{margin-bottom:12px}p{margin-top:8px}'

/** A page that says one thing. */
export function messagePage(title: string, sentence: string, locale: Locale = 'zh'): string {
  const body = `<main>${MARK}<h1>${escape(title)}</h1><p>${escape(sentence)}</p></main>`
  return page(locale, title, body, STYLE)
}

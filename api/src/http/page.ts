import type { Locale } from '../office/member-lists.js'

/** Text made safe for HTML, between tags and in quoted attributes. */
export const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[mark] ?? mark,
  )

/** The product's mark, drawn in the page: it is shown where the built page may be missing. */
export const MARK = `<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><rect width="32" height="32" rx="6" fill="#0f5566"/><path d="M9 26 11.5 15h9L23 26zM10 12.5h12v2H10z" fill="#fff"/><path d="M16 4c2.6 2.6 3.4 4.4 1.7 6.8h-3.4C13 8.6 15.8 7 16 4z" fill="#f2b33d"/></svg>`

/** The colours of the web page, light and dark as the computer is set: before sign-in nothing else is known. */
const STYLE = `
:root{color-scheme:light dark;--page:#f4f3ef;--panel:#fffefb;--text:#1b2427;--muted:#566266;--line:#dcdcd5;--accent:#0f5566;--soft:#e3eef0;--on:#fff;--alarm:#b3261e}
@media(prefers-color-scheme:dark){:root{--page:#11181a;--panel:#192225;--text:#e8ecec;--muted:#9fadb0;--line:#303c40;--accent:#6fc3d1;--soft:#1f3b41;--on:#0b1517;--alarm:#ff8a7d}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.7 "PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif}
h1{margin:0;font-size:22px;line-height:1.4}
p{margin:0}
`

/**
 * A small page without any script, for moments at which the product itself cannot be shown.
 *
 * @param body HTML; the caller has escaped what is not his own text.
 * @param style CSS beside that of every such page.
 */
export const page = (locale: Locale, title: string, body: string, style: string): string => `<!doctype html>
<html lang="${locale === 'en' ? 'en' : 'zh-CN'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/beacon.svg" type="image/svg+xml">
<title>${escape(title)} · ${locale === 'en' ? 'Fengsui' : '烽燧'}</title>
<style>${STYLE}${style}</style>
${body}
</html>
`

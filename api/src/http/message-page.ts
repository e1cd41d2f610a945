const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark)

/** A small page that says one thing in Chinese, for moments at which the product itself cannot be shown. */
export function messagePage(title: string, sentence: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)} · 烽燧</title>
<style>body{font:16px/1.8 system-ui,sans-serif;max-width:36em;margin:20vh auto;padding:0 1em;color:#222}h1{font-size:1.4em}</style>
<h1>${escape(title)}</h1>
<p>${escape(sentence)}</p>
</html>
`
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for a place where HTML or XML is read: names come from data and may hold anything. */
export const escapeText = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ENTITY[sign] ?? sign)

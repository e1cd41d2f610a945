/** What was taken out of a text, by the mark that stands in its place. */
const REDACTION_MARKS = {
  phone: '〔电话〕',
  idNumber: '〔身份证号〕',
  account: '〔账号〕',
  plate: '〔车牌〕',
  name: '〔姓名〕',
  chat: '〔微信〕',
  email: '〔邮箱〕',
} as const

const D = '[0-9０-９]'
/** What people put between the digits of a phone number. */
const GAP = '[\\s\\u3000.·•\\-－—–‐_]{0,2}'
const NOT_AFTER_DIGIT = `(?<!${D})`
const NOT_BEFORE_DIGIT = `(?!${D})`

/** The surnames that cover nearly everybody; a word after 我是 is a name only if it begins with one. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤冉代瞿庹'
const COMPOUND_SURNAMES = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯'
const PERSON = `(?:(?:${COMPOUND_SURNAMES})\\p{Script=Han}{1,2}|[${SURNAMES}]\\p{Script=Han}{1,2}|\\p{Script=Han}{1,5}·\\p{Script=Han}{1,6})`

interface Pattern {
  readonly find: RegExp
  readonly put: string | ((match: string, ...groups: string[]) => string)
}

/** Patterns with a quick look at whether any of them could find something: most texts hold nothing. */
interface Group {
  readonly hint: RegExp
  readonly patterns: readonly Pattern[]
}

/** In this order: the longer numbers first, so that no shorter pattern takes a part of them. */
const GROUPS: readonly Group[] = [
  {
    hint: /[@＠]/u,
    patterns: [{ find: /[\w.+-]+[@＠][\w-]+(?:[.．][\w-]+)+/gu, put: REDACTION_MARKS.email }],
  },
  {
    hint: /[信vwq扣][^]*?[A-Za-z0-9０-９_]{5}/iu,
    patterns: [
      {
        find: new RegExp(
          `((?:微\\s*信|薇信|威信|v\\s*信|weixin|wechat|\\bvx|\\bwx|qq|扣扣)(?:同)?(?:账号|帐号|号码|号|id)?[是为:：\\s]{0,3})([A-Za-z0-9０-９_][A-Za-z0-9０-９_-]{4,24})`,
          'giu',
        ),
        put: (_match, before) => `${before}${REDACTION_MARKS.chat}`,
      },
    ],
  },
  {
    hint: /(?:[0-9０-９][^0-9０-９]{0,2}){7}/u,
    patterns: [
      // 18 digits with a possible birthday in them; the last may be X.
      {
        find: new RegExp(
          `${NOT_AFTER_DIGIT}[1-9１-９](?:${GAP}${D}){5}${GAP}(?:1|１|2|２)(?:${GAP}${D}){10}${GAP}[0-9０-９Xxｘ×]${NOT_BEFORE_DIGIT}`,
          'gu',
        ),
        put: (match) =>
          hasBirthday(match) ? REDACTION_MARKS.idNumber : isCard(match) ? REDACTION_MARKS.account : match,
      },
      {
        find: new RegExp(
          `${NOT_AFTER_DIGIT}${D}{4}(?:[\\s-]?${D}{4}){3}(?:[\\s-]?${D}{1,3})?${NOT_BEFORE_DIGIT}`,
          'gu',
        ),
        put: (match) => (isCard(match) ? REDACTION_MARKS.account : match),
      },
      // 15 digits: identity numbers of the first generation.
      {
        find: /(?<![0-9])[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9])/gu,
        put: REDACTION_MARKS.idNumber,
      },
      {
        find: new RegExp(
          `${NOT_AFTER_DIGIT}(?:(?:\\+|＋|00)?(?:86|８６)${GAP})?[1１]${GAP}[3-9３-９](?:${GAP}${D}){9}${NOT_BEFORE_DIGIT}`,
          'gu',
        ),
        put: REDACTION_MARKS.phone,
      },
      {
        find: new RegExp(
          `${NOT_AFTER_DIGIT}[(（]?[0０]${D}{2,3}[)）]?${GAP}${D}{3,4}${GAP}${D}{4}${NOT_BEFORE_DIGIT}`,
          'gu',
        ),
        put: REDACTION_MARKS.phone,
      },
      {
        find: new RegExp(
          `((?:电话|座机|手机|致电|拨打|来电|回电)(?:号码|号)?[是为:：\\s]{0,3})${D}{7,8}${NOT_BEFORE_DIGIT}`,
          'gu',
        ),
        put: (_match, before) => `${before}${REDACTION_MARKS.phone}`,
      },
    ],
  },
  {
    hint: /[零〇○一二三四五六七八九幺]{11}/u,
    patterns: [{ find: /[零〇○一二三四五六七八九幺]{11}/gu, put: REDACTION_MARKS.phone }],
  },
  {
    hint: /[A-Z][·.\s-]?[A-Z0-9]{5}/iu,
    patterns: [
      {
        find: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][·.\s-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]/giu,
        put: (match) => (/\d/.test(match) ? REDACTION_MARKS.plate : match),
      },
    ],
  },
  {
    hint: /叫|我是|我姓|本人|人|姓名/u,
    patterns: [
      {
        find: new RegExp(
          `((?:我叫|我名叫|本人叫|名叫|联系人|举报人|投诉人|反映人|来电人|报告人|本人姓名|姓名|实名举报人)(?:姓名)?(?:是|为|叫)?[:：\\s]{0,3})(${PERSON}|\\p{Script=Han}{2,3}(?=[,，。.;；、\\s:：0-9０-９(（〔]|$))`,
          'gu',
        ),
        put: (_match, before) => `${before}${REDACTION_MARKS.name}`,
      },
      {
        find: new RegExp(`((?:我是|本人是|本人|我姓)[:：\\s]{0,2})(${PERSON})`, 'gu'),
        put: (_match, before) => `${before}${REDACTION_MARKS.name}`,
      },
    ],
  },
]

/**
 * Takes out of a free text what could lead to a person: phone numbers (spaced, dashed, full-width, in Chinese numerals),
 * identity and card numbers, plates, names after 我叫/我是/联系人 and the like, chat ids, e-mail addresses.
 *
 * @param known further words to take out wherever they stand: the names and numbers in the row's own identity columns.
 * @returns the text with a mark in each place; what is no free text (codes, dates) is better not given to it.
 */
export function redact(text: string, known: readonly string[] = []): string {
  let result = hideWords(text, known)
  for (const { hint, patterns } of GROUPS) {
    if (!hint.test(result)) continue
    for (const { find, put } of patterns) {
      // The overloads of replace() do not take the union.
      result = typeof put === 'string' ? result.replace(find, put) : result.replace(find, put)
    }
  }
  return result
}

/** Takes known words out of a text and nothing else; words of one character are let be. */
export function hideWords(text: string, known: readonly string[]): string {
  let result = text
  for (const word of known) {
    if (word.length < 2 || !result.includes(word)) continue
    result = result.replaceAll(word, /\d{5}/.test(word) ? REDACTION_MARKS.phone : REDACTION_MARKS.name)
  }
  return result
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/[^0-9]/g, '')

function hasBirthday(text: string): boolean {
  const digits = digitsOf(text)
  const year = Number(digits.slice(6, 10))
  const month = Number(digits.slice(10, 12))
  const day = Number(digits.slice(12, 14))
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** Luhn's check digit, which bank cards carry. */
function isCard(text: string): boolean {
  const digits = digitsOf(text)
  if (digits.length < 16 || digits.length > 19) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

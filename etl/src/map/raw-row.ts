import { hideWords } from '@fengsui/domain/privacy/redaction'
import type { Contract } from '../contract/heads.js'
import type { Tokeniser } from '../identity/token.js'

/** The row as it may be kept, and the identities in it, which must not stand anywhere else. */
interface KeptRow {
  readonly raw: string
  readonly identities: readonly string[]
}

/**
 * Makes the function that turns a row's cells into the JSON that is stored: identity columns dropped or tokenised, unknown
 * columns left out, everything else redacted by `clean`. Empty cells are left out.
 */
export function rawKeeper(
  contract: Contract,
  heads: readonly string[],
  token: Tokeniser,
  clean: (text: string) => string,
): (cells: readonly string[]) => KeptRow {
  const identity = contract.columns.filter(({ config, index }) => config.type === 'identity' && index !== -1)
  const hidden = new Set(identity.map(({ index }) => index))
  const tokens = identity.filter(({ config }) => config.identity === 'token').map(({ index }) => index)
  const caseNumbers = contract.columns
    .filter(({ config }) => config.field === 'sourceCaseNo' || config.field === 'upstreamCaseNo')
    .map(({ index }) => index)
  const kept = [...new Set(contract.columns.map(({ index }) => index))]
    .filter((index) => index !== -1 && !hidden.has(index))
    .sort((a, b) => a - b)
    .map((index) => ({
      index,
      head: JSON.stringify((heads[index] ?? '').replace(/\s+/gu, ' ').trim()),
      // Long digits are what a case number is made of; it is the row's key and must not change.
      isNumber: caseNumbers.includes(index),
    }))
  return (cells) => {
    const identities = [...hidden].flatMap((index) => spellings((cells[index] ?? '').trim()))
    let raw = ''
    for (const { index, head, isNumber } of kept) {
      const text = (cells[index] ?? '').trim()
      if (text === '') continue
      const safe = identities.length > 0 ? hideWords(text, identities) : text
      raw += `${raw === '' ? '{' : ','}${head}:${JSON.stringify(isNumber ? safe : clean(safe))}`
    }
    for (const index of tokens) {
      const value = token((cells[index] ?? '').trim())
      if (value !== '')
        raw += `${raw === '' ? '{' : ','}${JSON.stringify(`token:${heads[index] ?? ''}`)}:"${value}"`
    }
    return { raw: raw === '' ? '{}' : `${raw}}`, identities }
  }
}

/** How an identity may stand elsewhere in the row; the shortest words would match anything. */
function spellings(text: string): string[] {
  if (text.length < 2) return []
  const plain = text.normalize('NFKC').replace(/\s/gu, '')
  return [...new Set([text, plain])].filter((word) => word.length >= 2)
}

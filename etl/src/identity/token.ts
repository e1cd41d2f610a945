import { createHmac } from 'node:crypto'
import { deriveKey } from './secret.js'

/** Turns an identity into a token: the same person gives the same token, and nobody without the secret can go back. */
export type Tokeniser = (identity: string) => string

/** A phone number in one form: plain digits without the country's code; other identities without white space. */
export function normaliseIdentity(identity: string): string {
  const plain = identity.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
  const digits = plain.replace(/[^0-9]/g, '')
  if (digits.length < 7) return plain
  return digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')
}

/** Makes tokens of 128 bits with the installation's secret; an empty identity has none (''). */
export function tokeniser(secret: string): Tokeniser {
  const key = deriveKey(secret, 'reporter-token-v1')
  return (identity) => {
    const normal = normaliseIdentity(identity)
    return normal === '' ? '' : createHmac('sha256', key).update(normal).digest('hex').slice(0, 32)
  }
}

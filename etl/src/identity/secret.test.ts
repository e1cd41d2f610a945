import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { deriveKey, loadSecret, SecretRefused } from './secret.js'
import { normaliseIdentity, tokeniser } from './token.js'

let dir: string
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'fengsui-secret-'))))
afterEach(() => rm(dir, { recursive: true, force: true }))

it('is made once, for the owner only, and ten processes that start at once agree on it', async () => {
  const secrets = await Promise.all(Array.from({ length: 10 }, () => loadSecret(join(dir, 'data'), {})))
  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/)
  const file = join(dir, 'data', 'secret')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await readFile(file, 'utf8')).trim()).toBe(secrets[0])
})

it('comes from FENGSUI_SECRET when that is set, and no file is made', async () => {
  const given = 'k3J9-vQ2x-Lm8Z-pW5t-Rb7N-yD4h-Gf6C'
  expect(await loadSecret(dir, { FENGSUI_SECRET: given })).toBe(given)
  await expect(stat(join(dir, 'secret'))).rejects.toThrow()
})

it.each([
  'short',
  'a'.repeat(40),
  'changeme-changeme-changeme-changeme-1',
  'my-password-is-long-enough-but-known-1',
  'abababababababababababababababababab',
])('refuses the weak or known secret %s', async (secret) => {
  await expect(loadSecret(dir, { FENGSUI_SECRET: secret })).rejects.toThrow(SecretRefused)
  await writeFile(join(dir, 'secret'), secret)
  await expect(loadSecret(dir, {})).rejects.toThrow(SecretRefused)
})

it('gives other keys for other purposes', () => {
  expect(deriveKey('s', 'a')).not.toEqual(deriveKey('s', 'b'))
  expect(deriveKey('s', 'a')).toHaveLength(32)
})

it('one phone has one token however it is written, and another installation gives another token', () => {
  const token = tokeniser('one-secret')
  const forms = [
    '13900001234',
    '139 0000-1234',
    '+86 13900001234',
    '１３９００００１２３４',
    '008613900001234',
  ]
  expect(new Set(forms.map(token)).size).toBe(1)
  expect(token('13900001235')).not.toBe(token('13900001234'))
  expect(tokeniser('other-secret')('13900001234')).not.toBe(token('13900001234'))
  expect(token(' ')).toBe('')
  expect(normaliseIdentity('wx_Test 1')).toBe('wx_test1')
})

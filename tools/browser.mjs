// A Chromium for the browser tests: the system's, else Playwright's own download, else Debian's package.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './run.mjs'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** @returns {Promise<string | null>} the program's path, or null when Playwright's own is to be used. */
export async function browser() {
  const found = () => SYSTEM.find((file) => existsSync(file))
  if (found()) return found()
  console.log('No Chromium on this machine; installing one.')
  const playwright = path.join(root, 'node_modules/.bin/playwright')
  if ((await run(playwright, ['install', '--with-deps', 'chromium'], { quiet: true })) === 0) return null
  await debian(['chromium', 'fonts-noto-cjk'])
  if (found()) return found()
  throw new Error(
    'No Chromium could be installed: install one (Debian: apt-get install chromium) and run the tests again.',
  )
}

/** Installs Debian packages if this machine lets us. @returns {Promise<boolean>} whether it did. */
export async function debian(packages) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, quiet: true })
  return (
    (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      quiet: true,
    })) === 0
  )
}

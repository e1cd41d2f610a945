// Installs the dependencies if the lockfile has changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { must, root } from './run.mjs'

const PNPM = 'pnpm@12.21.0'
const STAMP = path.join(root, 'node_modules/.fengsui-installed')

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'pnpm-lock.yaml')))
    .digest('hex')

export async function install() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()) return
  console.error('正在安装依赖（首次需一两分钟，取决于网络）……')
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  await must('依赖安装 (install)', npx, [
    '-y',
    PNPM,
    'install',
    '--frozen-lockfile',
    '--reporter',
    'append-only',
    '--loglevel',
    'error',
  ])
  writeFileSync(STAMP, fingerprint())
}

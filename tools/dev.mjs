// `npm run dev`: the server restarts when what it runs is rebuilt; the page reloads by itself (Vite, proxy to the server).
import { spawn } from 'node:child_process'
import path from 'node:path'
import { bin, root } from './run.mjs'
import { makeReady } from './ready.mjs'

await makeReady()
const children = []
const start = (command, args, options) => {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  children.push(child)
  child.on('exit', () => stop())
}
function stop() {
  for (const child of children) child.kill('SIGINT')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

for (const name of ['prisma', 'etl', 'api']) {
  const args = [
    'src',
    '-d',
    'dist',
    '--strip-leading-paths',
    '--config-file',
    '../.swcrc',
    '--quiet',
    '--watch',
  ]
  start(bin('swc'), args, { cwd: path.join(root, name) })
}
start(process.execPath, ['--watch', path.join(root, 'api/dist/main.js')], {
  env: { ...process.env, FENGSUI_DEV: '1' },
})
start(path.join(root, 'web/node_modules/.bin/vite'), [], { cwd: path.join(root, 'web') })

// From a bare checkout to something that can run: dependencies, generated files, build; each only if needed.
import { install } from './install.mjs'
import { isBuilt, markBuilt } from './fresh.mjs'

/** @param {(line: string) => void} say told in Chinese what is being done. */
export async function makeReady(say = (line) => console.error(line)) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`需要 Node.js 20.19 或更新版本，当前是 ${process.versions.node}。`)
  }
  await install()
  if (isBuilt()) return
  say('正在构建……')
  const { buildAll } = await import('./build.mjs')
  await buildAll()
  markBuilt()
}

// Runs the project's own tools: one way to start a child, one way to say that it failed.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import path from 'node:path'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** The file behind a package's command, so that no shell and no `npx` stands between. */
export const bin = (name) => path.join(root, 'node_modules', '.bin', name)

/**
 * Runs a command and resolves with its exit code; a signal counts as 1.
 * `quiet` keeps the output and prints it only if the command fails.
 */
export function run(command, args, { cwd = root, env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const kept = []
    child.stdout?.on('data', (chunk) => kept.push(chunk))
    child.stderr?.on('data', (chunk) => kept.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(kept))
      resolve(code ?? 1)
    })
  })
}

/** Runs a command and throws a sentence if it fails. */
export async function must(what, command, args, options) {
  const code = await run(command, args, options)
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}).`)
}

import { createServer } from 'node:net'

/**
 * Finds out whether the address can be listened on, before anything slow is begun.
 *
 * @throws the system's error when it cannot (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`).
 */
export function probePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

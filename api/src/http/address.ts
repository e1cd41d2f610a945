/**
 * The address at which a browser on this computer reaches what listens on host and port; a host that means "all" is
 * named by the local one.
 */
export function addressOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`
}

/** The address that signs in with a link's token. @param base the product's address, without or with a path. */
export const signInAddress = (base: string, token: string): string =>
  `${base.replace(/\/+$/, '')}/signin?token=${token}`

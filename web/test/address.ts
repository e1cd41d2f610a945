/** Where the server of this run listens. */
export const url = (path = '/'): string => `${process.env.WEB_TEST_URL ?? ''}${path}`

export const signInLink = (): string => process.env.WEB_TEST_LINK ?? ''

/** A file that cannot be loaded; `message` is one Chinese sentence: what, where, what to do. Nothing of it was kept. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused'

  /** @param code for a caller that has to tell this refusal from the others. */
  constructor(
    message: string,
    readonly code?: 'mixesDemo',
  ) {
    super(message)
  }
}

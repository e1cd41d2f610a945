/** A file that cannot be loaded; `message` is one Chinese sentence: what, where, what to do. Nothing of it was kept. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused'
}

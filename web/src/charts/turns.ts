type Work = () => void

const waiting = new Set<Work>()
let isDrawing = false

/** When the browser has shown what it knows by now; at once where nobody looks. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/**
 * Does a work after all that came before it, in a task of its own and not before the browser has shown what else has
 * changed: a page of pictures answers a press between two of them, and its sentences are there before its pictures.
 *
 * @param ready what the first work has to wait for.
 * @returns takes the work out again; one that is done does not mind.
 */
export function inTurn(work: Work, ready: Promise<unknown>): () => void {
  waiting.add(work)
  if (!isDrawing) void drawAll(ready)
  return () => waiting.delete(work)
}

async function drawAll(ready: Promise<unknown>): Promise<void> {
  isDrawing = true
  try {
    await Promise.all([painted(), ready])
    for (const work of waiting) {
      waiting.delete(work)
      work()
      await nextTask()
    }
  } finally {
    isDrawing = false
  }
}

type Work = () => void

const waiting = new Map<Work, Promise<unknown>>()
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
 * @param ready what the work has to wait for, and those after it with it.
 * @returns takes the work out again; one that is done does not mind.
 */
export function inTurn(work: Work, ready: Promise<unknown>): () => void {
  waiting.set(work, ready)
  if (!isDrawing) void drawAll()
  return () => waiting.delete(work)
}

async function drawAll(): Promise<void> {
  isDrawing = true
  try {
    await painted()
    for (const [work, ready] of waiting) {
      await ready
      // It may have been taken out meanwhile.
      if (!waiting.delete(work)) continue
      work()
      await nextTask()
    }
  } finally {
    isDrawing = false
  }
}

/** What became of one try to save. */
export type Tried = 'saved' | 'again' | 'stop'

export type AutosaveDeps = {
  /** Sends what is there now; `again`: may work later by itself, `stop`: somebody has to do something first. */
  send: () => Promise<Tried>
  /** setTimeout and clearTimeout, in ms. */
  later: (run: () => void, ms: number) => () => void
}

/** ms of quiet before what was typed is sent. */
export const QUIET = 1200
/** ms before a try that found no server is made again, doubled each time. */
export const FIRST_RETRY = 2000
export const LAST_RETRY = 60_000

/**
 * One save at a time, and the newest text wins: typing during a save sends once more after it. What found no server
 * is tried again, more and more seldom, and at once by `resume`.
 */
export const createAutosave = ({ send, later }: AutosaveDeps) => {
  let cancel: (() => void) | undefined
  let running: Promise<Tried> | undefined
  let last: Tried = 'saved'
  let dirty = false
  let retry = FIRST_RETRY
  let closed = false

  const plan = (ms: number): void => {
    cancel?.()
    cancel = closed ? undefined : later(() => void run(), ms)
  }

  const run = async (): Promise<Tried> => {
    while (running) await running
    if (!dirty) return last
    cancel?.()
    cancel = undefined
    dirty = false
    running = send()
    try {
      last = await running
    } finally {
      running = undefined
    }
    const typedMeanwhile = dirty
    if (last !== 'saved') dirty = true
    if (last === 'again') {
      plan(retry)
      retry = Math.min(retry * 2, LAST_RETRY)
    } else {
      retry = FIRST_RETRY
      if (typedMeanwhile) plan(QUIET)
    }
    return last
  }

  return {
    /** Something was typed. */
    touch: (): void => {
      dirty = true
      if (!running) plan(QUIET)
    },
    /** Saves now; resolves when what is there now is saved, or cannot be. */
    flush: (): Promise<Tried> => {
      dirty = true
      return run()
    },
    /** The connection, or the person, is back. */
    resume: (): void => {
      retry = FIRST_RETRY
      if (dirty && !running) void run()
    },
    close: (): void => {
      closed = true
      cancel?.()
    },
  }
}

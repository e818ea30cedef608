import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAutosave, FIRST_RETRY, QUIET, type Tried } from '../../../web/src/drafts/autosave.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** A server whose answers the test gives, one at a time. */
const server = () => {
  const answers: ((tried: Tried) => void)[] = []
  return {
    send: vi.fn(() => new Promise<Tried>(resolve => answers.push(resolve))),
    answer: async (tried: Tried) => {
      answers.shift()?.(tried)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

describe('autosave', () => {
  test('waits for a pause in the typing, then sends once', async () => {
    const { send } = server()
    const autosave = createAutosave({ send, later })
    autosave.touch()
    await vi.advanceTimersByTimeAsync(QUIET - 1)
    autosave.touch()
    await vi.advanceTimersByTimeAsync(QUIET - 1)
    expect(send).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(send).toHaveBeenCalledOnce()
  })

  test('never has two saves under way; what is typed meanwhile is sent after', async () => {
    const { send, answer } = server()
    const autosave = createAutosave({ send, later })
    const first = autosave.flush()
    autosave.touch()
    await vi.advanceTimersByTimeAsync(10 * QUIET)
    expect(send).toHaveBeenCalledOnce()
    await answer('saved')
    expect(await first).toBe('saved')
    await vi.advanceTimersByTimeAsync(QUIET)
    expect(send).toHaveBeenCalledTimes(2)
  })

  test('two who ask for a save at once both wait for the newest', async () => {
    const { send, answer } = server()
    const autosave = createAutosave({ send, later })
    const under = autosave.flush()
    const both = Promise.all([autosave.flush(), autosave.flush()])
    await answer('saved')
    expect(await under).toBe('saved')
    expect(send).toHaveBeenCalledTimes(2)
    await answer('saved')
    expect(await both).toEqual(['saved', 'saved'])
    expect(send).toHaveBeenCalledTimes(2)
  })

  test('without a server it tries again, more and more seldom', async () => {
    const { send, answer } = server()
    const autosave = createAutosave({ send, later })
    void autosave.flush()
    await answer('again')
    await vi.advanceTimersByTimeAsync(FIRST_RETRY)
    expect(send).toHaveBeenCalledTimes(2)
    await answer('again')
    await vi.advanceTimersByTimeAsync(FIRST_RETRY)
    expect(send).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(FIRST_RETRY)
    expect(send).toHaveBeenCalledTimes(3)
  })

  test('back on the net it sends at once', async () => {
    const { send, answer } = server()
    const autosave = createAutosave({ send, later })
    void autosave.flush()
    await answer('again')
    autosave.resume()
    expect(send).toHaveBeenCalledTimes(2)
    await answer('saved')
    autosave.resume()
    expect(send).toHaveBeenCalledTimes(2)
  })

  test('what needs a person is not tried again by itself, but is when they are done', async () => {
    const { send, answer } = server()
    const autosave = createAutosave({ send, later })
    void autosave.flush()
    await answer('stop')
    await vi.advanceTimersByTimeAsync(100 * FIRST_RETRY)
    expect(send).toHaveBeenCalledOnce()
    autosave.resume()
    expect(send).toHaveBeenCalledTimes(2)
  })

  test('a closed page sends nothing by itself', async () => {
    const { send } = server()
    const autosave = createAutosave({ send, later })
    autosave.touch()
    autosave.close()
    await vi.advanceTimersByTimeAsync(10 * QUIET)
    expect(send).not.toHaveBeenCalled()
  })
})

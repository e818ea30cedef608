import { expect, test } from 'vitest'
import { keptCurrent } from '#infra/aws/functions/kept-current.ts'

const MINUTE = 60_000

const watched = () => {
  let now = 0
  let says: string | undefined = 'first'
  const seen = { read: 0, trouble: 0 }
  const current = keptCurrent({
    read: async () => {
      seen.read++
      if (says === undefined) throw new Error('away')
      return { says }
    },
    make: told => ({ app: told.says }),
    clock: () => now,
    everyMs: 10 * MINUTE,
    onTrouble: () => seen.trouble++,
  })
  return {
    current,
    seen,
    pass: (minutes: number) => {
      now += minutes * MINUTE
    },
    say: (what: string | undefined) => {
      says = what
    },
  }
}

test('is read once for ten minutes, and stays the same for as long as it reads the same', async () => {
  const { current, seen, pass } = watched()
  const first = await current()
  pass(9)
  expect(await current()).toBe(first)
  expect(seen.read).toBe(1)
  pass(1)
  expect(await current()).toBe(first)
  expect(seen.read).toBe(2)
})

test('is made anew once it reads otherwise', async () => {
  const { current, pass, say } = watched()
  await current()
  say('second')
  expect(await current()).toEqual({ app: 'first' })
  pass(10)
  expect(await current()).toEqual({ app: 'second' })
})

test('goes on as it is while it cannot be read, and is not asked for at every request', async () => {
  const { current, seen, pass, say } = watched()
  await current()
  say(undefined)
  pass(10)
  expect(await current()).toEqual({ app: 'first' })
  expect(await current()).toEqual({ app: 'first' })
  expect(seen).toEqual({ read: 2, trouble: 1 })
})

test('fails while there is nothing yet, and is read again the next time', async () => {
  const { current, say } = watched()
  say(undefined)
  await expect(current()).rejects.toThrow('away')
  say('first')
  expect(await current()).toEqual({ app: 'first' })
})

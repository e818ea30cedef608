import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReplica } from '#functions/catalogue/replica/replica.ts'
import { CatalogueState } from '#functions/catalogue/replica/state.ts'
import { SearchGround } from '#functions/catalogue/search/ground.ts'
import { framed } from '#functions/catalogue/snapshot/frames.ts'
import { pack, unpack } from '#functions/catalogue/snapshot/pack.ts'
import { SHAPE } from '#functions/catalogue/snapshot/shape.ts'
import type { SnapshotStore } from '#functions/catalogue/snapshot/snapshot-store.ts'
import type { Change } from '#functions/store/items.ts'
import { setClock } from '#tests/support/clock.ts'
import { everybody, lis, today } from '#tests/support/norddjurs.ts'
import { histories } from '../histories.ts'
import { ask, observed } from '../observed.ts'
import { demoChanges, today as demoToday } from '../search/demo.ts'

const inMemory = (): SnapshotStore & { bytes: Uint8Array | undefined } => {
  const kept: SnapshotStore & { bytes: Uint8Array | undefined } = {
    bytes: undefined,
    get: async () => kept.bytes,
    put: async bytes => {
      kept.bytes = bytes
    },
  }
  return kept
}

/** A table that tells what was asked of it. */
const table = (changes: readonly Change[]) => {
  const asked: number[] = []
  const since = async (from: number) => {
    asked.push(from)
    return changes.filter(change => change.changedAt >= from)
  }
  return { asked, changes: { since, read: async () => [] } }
}

const nothing = { entries: [], persons: [], choices: [] }

describe('What one instance leaves for the next', () => {
  test('holds everything that can be seen, and what may not come back', () => {
    return fc.assert(
      fc.asyncProperty(histories, async history => {
        const ground = new SearchGround()
        const state = new CatalogueState(ground)
        // The index is of a moment before the last changes.
        for (const changes of history) {
          state.snapshot(today).searchIndex()
          state.apply(changes)
        }
        const dump = state.dump()
        const packed = await pack({ v: SHAPE, at: 0, state: dump, ground: ground.dump(today) })
        const read = await unpack(packed)
        const other = new SearchGround()
        if (read) other.restore(read.ground)
        const restored = CatalogueState.restored(read?.state ?? nothing, other)
        const seen = (one: CatalogueState) => [
          one.chosenUnits(),
          ...everybody.map(person => observed(one.snapshot(today), person)),
        ]
        expect(seen(restored)).toEqual(seen(state))
        expect(restored.dump()).toEqual(dump)
        expect(restored.apply(history.flat())).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('is where a cold instance begins: it asks only for what changed since, and finds the same', async () => {
    const clock = setClock()
    const snapshots = inMemory()
    const first = table(demoChanges())
    const one = createReplica({ changes: first.changes, clock: clock.now, snapshots })
    await one.save(demoToday)
    const [card] = demoChanges()
    const changed = card && [{ ...card, version: 2, changedAt: clock.now(), deleted: true as const }]
    const second = table(changed ?? [])
    const other = createReplica({ changes: second.changes, clock: clock.now, snapshots })
    const state = await other.current()
    expect(second.asked.every(from => from > 0)).toBe(true)
    const fresh = new CatalogueState()
    fresh.apply([...demoChanges(), ...(changed ?? [])])
    for (const q of ['fravær', 'tavle møde', 'sygefarvær', 'visitation']) {
      const asked = { q, limit: '100' }
      expect(ask(state.snapshot(demoToday), lis, asked)).toEqual(ask(fresh.snapshot(demoToday), lis, asked))
    }
  })

  test('is set aside without a word when another version of the portal wrote it', async () => {
    const clock = setClock()
    const snapshots = inMemory()
    const troubles: unknown[] = []
    const onTrouble = (error: unknown) => troubles.push(error)
    const { changes } = table(demoChanges())
    const shape = new TextEncoder().encode(JSON.stringify({ v: SHAPE + 1 }))
    for (const bytes of [gzipSync('{"v":2}'), framed([shape, new Uint8Array(9)])]) {
      snapshots.bytes = bytes
      const replica = createReplica({ changes, clock: clock.now, snapshots, onTrouble })
      expect((await replica.current()).counts().cards).toBe(demoChanges().length)
    }
    expect(troubles).toEqual([])
  })

  test('is passed over when it is old, or nobody can read it', async () => {
    const clock = setClock()
    const snapshots = inMemory()
    await createReplica({ changes: table([]).changes, clock: clock.now, snapshots }).save(demoToday)
    clock.advance(25 * 60 * 60_000)
    const full = table(demoChanges())
    const late = await createReplica({ changes: full.changes, clock: clock.now, snapshots }).current()
    expect(late.counts().cards).toBe(demoChanges().length)
    expect(full.asked[0]).toBe(0)
    snapshots.bytes = new Uint8Array([1, 2, 3])
    const troubles: unknown[] = []
    const onTrouble = (error: unknown) => troubles.push(error)
    const again = createReplica({ changes: full.changes, clock: clock.now, snapshots, onTrouble })
    expect((await again.current()).counts().cards).toBe(demoChanges().length)
    expect(troubles).toHaveLength(1)
  })
})

import { erased } from '#functions/domain/standing.ts'
import { isoTime } from '#functions/platform/clock.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import { isLive, personItem, reportItem, trailItem } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'

/** How long things are kept (days). */
export type Retention = { personDays: number; moderationDays: number }

const DAY = 24 * 60 * 60 * 1000

/**
 * Forgets who has not signed in for long, as if a moderator had erased them, and what moderators did long ago. Run it
 * daily; running it again changes nothing. Who is kept out cannot sign in, and to be forgotten would let them in again.
 */
export const retain = async (store: Store, now: number, retention: Retention) => {
  const lastMonth = isoTime(now - retention.personDays * DAY).slice(0, 7)
  const oldest = isoTime(now - retention.moderationDays * DAY)
  const done = { persons: 0, entries: 0 }
  for await (const rows of store.personal.everything()) {
    for (const row of rows) {
      if (row.kind === 'person') {
        const person = personItem.parse(row)
        const isKeptOut = person.blockedAt !== undefined
        if (!isLive(person) || isKeptOut || person.seenIn === undefined || person.seenIn >= lastMonth)
          continue
        const result = await store.persons.write(erased(person, now), person.version, newWriteId())
        if (result.landed) done.persons++
      } else if (row.kind === 'report' || row.kind === 'trail') {
        const item = row.kind === 'report' ? reportItem.parse(row) : trailItem.parse(row)
        const at = item.kind === 'report' ? (item.settledAt ?? item.createdAt) : item.at
        if (at >= oldest) continue
        await store.table.remove({ pk: item.pk, sk: item.sk })
        done.entries++
      }
    }
  }
  return done
}

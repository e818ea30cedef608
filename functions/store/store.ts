import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Clock } from '#functions/platform/clock.ts'
import { createChanges } from './changes.ts'
import { createEntries } from './entries.ts'
import { createIdempotency } from './idempotency.ts'
import { createInitiatives } from './initiatives.ts'
import { adoptionItem, commentItem, lineageItem, reactionItem, spotlightItem } from './items.ts'
import { createModeration } from './moderation.ts'
import { createOrganisations } from './organisations.ts'
import { createPersonal } from './personal.ts'
import { createPersons } from './persons.ts'
import { createRates } from './rates.ts'
import { createSessions } from './sessions.ts'
import { createSnapshots } from './snapshots.ts'
import { createTableClient } from './table-client.ts'

export type Store = ReturnType<typeof createStore>

/** All repositories over one table. `clock` is the machine's: it stamps `changedAt` and decides what has expired. */
export const createStore = (client: DynamoDBClient, tableName: string, clock: Clock) => {
  const table = createTableClient(client, tableName, clock)
  return {
    table,
    initiatives: createInitiatives(table),
    adoptions: createEntries(table, adoptionItem, ({ author }) => author.personId),
    comments: createEntries(table, commentItem, ({ author }) => author.personId),
    reactions: createEntries(table, reactionItem, ({ personId }) => personId),
    spotlights: createEntries(table, spotlightItem, ({ author }) => author.personId),
    lineage: createEntries(table, lineageItem),
    persons: createPersons(table),
    rates: createRates(table),
    sessions: createSessions(table),
    idempotency: createIdempotency(table),
    organisations: createOrganisations(table),
    moderation: createModeration(table),
    personal: createPersonal(table),
    changes: createChanges(table),
    snapshots: createSnapshots(table, clock),
  }
}

/**
 * The single table. Item collections by card: `I#<id>` holds everything about one card, so that one Query reads it.
 *
 * Access patterns. "Calls" in sequence / in all; capacity for a card of 3 KB with 4 adoptions and 6 comments of 0.5 KB
 * (a strong read costs 1 unit for each 4 KB, a write 1 for each 1 KB; in the `changes` index a new item the same again, and
 * one that changes twice the same: its key is the time, so DynamoDB takes it out and puts it in; a new one of somebody's
 * 1 more in `byPerson`). `npm run cost` counts them so.
 *
 * | pattern                          | how                                                             | calls | read | write |
 * |----------------------------------|-----------------------------------------------------------------|-------|------|-------|
 * | read a card                      | Query A–B, Query C (51), Query L–S; then BatchGet names and kin | 2 / 4 | 3, +1 for each | – |
 * | … with more than 50 comments     | one more Query, keys only, in the second step; grows with the talk | 2 / 5 | +1 for each 8 comments | – |
 * | read more comments               | BatchGet card, adoption, Query C from the cursor; BatchGet names, Query of keys | 2 / 4 | 3, +1 for each | – |
 * | make a card                      | BatchGet reservation and origin, Put reservation, Put card      | 3 / 3 |  0–2 |  1+7  |
 * | … from another                   | one more Put beside the card's: a hint in the origin's collection | 3 / 4 |  0–2 |  1+8  |
 * | change, publish, withdraw, delete| the card's Queries in parallel; Put card, BatchGet names        | 2 / 5 |   4  |   9   |
 * | comment                          | BatchGet card, adoption, parent, reservation; 2 Puts            | 3 / 3 |  3–4 |  1+3  |
 * | change or delete a comment       | BatchGet card, adoption, comment; Put                           | 2 / 2 |   3  |   3   |
 * | adopt, report                    | BatchGet card, adoption, Query L; Put, and BatchGet of cards its unit made of this | 2 / 3 | 3, +1 for each | 3 |
 * | leave                            | Get adoption; Put                                               | 2 / 2 |   1  |   3   |
 * | inspire, or not                  | BatchGet card, adoption, reaction; Put                          | 2 / 2 |   3  |   3   |
 * | point at a card, or stop         | BatchGet card, adoption, Query A–B, Query L–S; Put              | 2 / 4 |   5  |   3   |
 * | what changed since               | Query `changes` (eventually consistent), a page for each 1 MB   | 1 / 1 |  0.5 and up | – |
 * | what a caller has just written   | BatchGet of at most 20 keys                                     | 1 / 1 |  1 each |  –  |
 * | who is acting                    | Get session; Get person when the sign-in names no unit          | 1–2   |  1–2 |   –   |
 * | how fast someone goes            | Update of the person's bucket; + Get, Update where it moved elsewhere | 1 / 1 |   –  |   1   |
 * | report a text                    | BatchGet card, text, reservation; Put reservation, Put report   | 3 / 3 |  1–3 |  1+2  |
 * | hide, show, answer, redact       | BatchGet card, text; Put                                        | 2 / 2 |   2  | 3–9   |
 * | what was reported, what was done | Query `M`, newest first (reports: all of them); BatchGet of names and texts | 2 / 2 | 5 and up | – |
 * | everything about a person        | Query `byPerson` for keys; BatchGet of the items                | 2 / 2 | 1 an item | – |
 * | the catalogue's snapshot         | Get its head, BatchGet its pieces (350 KB each); Get head, Put pieces, then head | 2 / 3 | 87 a piece | 343 a piece |
 * | organisation, taxonomy           | BatchGet, kept a minute in memory                               | 1 / 1 |   4  |   –   |
 *
 * Sort keys are compared as bytes: A < B < C < L < R < S.
 */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  /** What changed, in order of the machine's clock. One shard: 1,000 writes a second suffice. */
  changes: { name: 'changes', partitionKey: 'feed', sortKey: 'changedAt' },
  /** Keys of what a person did or wrote, for insight and erasure. Written once an item: its keys do not change. */
  byPerson: { name: 'byPerson', partitionKey: 'doneBy', sortKey: 'pk' },
} as const

export const FEED = 'F'

export type Key = { pk: string; sk: string }

export const keys = {
  initiative: (id: string): Key => ({ pk: `I#${id}`, sk: 'A' }),
  adoption: (id: string, unitId: string): Key => ({ pk: `I#${id}`, sk: `B#${unitId}` }),
  comment: (id: string, commentId: string): Key => ({ pk: `I#${id}`, sk: `C#${commentId}` }),
  lineage: (id: string, derivedId: string): Key => ({ pk: `I#${id}`, sk: `L#${derivedId}` }),
  reaction: (id: string, personId: string): Key => ({ pk: `I#${id}`, sk: `R#${personId}` }),
  spotlight: (id: string, ulid: string): Key => ({ pk: `I#${id}`, sk: `S#${ulid}` }),
  person: (id: string): Key => ({ pk: `P#${id}`, sk: 'A' }),
  session: (hash: string): Key => ({ pk: `Z#${hash}`, sk: 'A' }),
  signIn: (state: string): Key => ({ pk: `Y#${state}`, sk: 'A' }),
  idempotency: (hash: string): Key => ({ pk: `K#${hash}`, sk: 'A' }),
  rate: (personId: string, kind: string): Key => ({ pk: `Q#${personId}`, sk: kind }),
  report: (id: string): Key => ({ pk: 'M', sk: `R#${id}` }),
  trail: (at: string, mark: string): Key => ({ pk: 'M', sk: `T#${at}#${mark}` }),
  organisation: (): Key => ({ pk: 'O', sk: 'organisation' }),
  taxonomy: (): Key => ({ pk: 'O', sk: 'taxonomy' }),
  snapshot: (): Key => ({ pk: 'N', sk: 'head' }),
  snapshotPiece: (slot: string, index: number): Key => ({
    pk: `N#${slot}`,
    sk: String(index).padStart(4, '0'),
  }),
} as const

/** Ranges of sort keys inside a card's collection; `~` sorts after every character that a key can hold. */
export const ranges = {
  cardAndAdoptions: ['A', 'B~'],
  comments: ['C', 'C~'],
  aside: ['L', 'S~'],
  lineage: ['L', 'L~'],
  children: ['B', 'S~'],
} as const

export const initiativeIdOf = (pk: string): string => pk.slice(2)

/** A tombstone stays thirty days, so that every replica has heard of it. */
export const TOMBSTONE_SECONDS = 30 * 24 * 60 * 60
export const RESERVATION_SECONDS = 24 * 60 * 60

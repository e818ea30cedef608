import type { Store } from '#functions/store/store.ts'
import { keys } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import { five } from '#tests/support/cards.ts'
import type { Person } from '#tests/support/person.ts'

export const STATES = [
  'public',
  'organisation',
  'area',
  'unit',
  'draft',
  'withdrawn',
  'hidden',
  'deleted',
  'missing',
] as const
export type State = (typeof STATES)[number]

/** What a card in the matrix is: where it stands, whose it is, and a comment and an adoption on it. */
export type MatrixCard = { state: State; id: string; commentId: string; canary: string; rows: readonly Row[] }

/** A word that is written in every text of one card, and nowhere else. */
const canaryOf = (owner: string, state: State): string => `Kanarie${owner}${state}`

const MISSING = 'ini_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const NO_COMMENT = 'com_01ARZ3NDEKTSV4RRFFQ69G5FAV'

const demand = async (answer: Promise<Response>) => {
  const response = await answer
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response.status === 204 ? {} : response.json()
}

/** The card and all that hangs on it, as it is in the table. */
const rowsOf = async (store: Store, id: string): Promise<Row[]> => {
  const children = await store.initiatives.childKeys(id)
  return store.table.getMany([keys.initiative(id), ...children])
}

type People = { owner: Person; adopter: Person; adopterUnit: string; moderator: Person }

/** One card in each state, of one unit, with a comment by its maker and an adoption by another unit. */
export const makeCards = async (store: Store, people: People): Promise<MatrixCard[]> => {
  const { owner, adopter, adopterUnit, moderator } = people
  const make = async (state: State): Promise<MatrixCard> => {
    const canary = canaryOf(owner.id.replace('per_', ''), state)
    if (state === 'missing') return { state, id: MISSING, commentId: NO_COMMENT, canary, rows: [] }
    const isPublished = state !== 'draft'
    const texts = Object.fromEntries(
      (['title', 'summary', 'challenge', 'action', 'lessons', 'contact', 'fits'] as const).map(field => [
        field,
        `${canary} ${field}`,
      ]),
    )
    const { id } = await demand(
      owner.send('POST', '/initiatives', {
        ...five,
        ...texts,
        keywords: [canary],
        removed: { what: canary },
        status: isPublished ? 'published' : 'draft',
        visibility: ['withdrawn', 'hidden', 'deleted'].includes(state) ? 'public' : undefined,
      }),
    )
    const path = `/initiatives/${id}`
    let commentId = NO_COMMENT
    if (isPublished) {
      const said = { kind: 'experience', text: `${canary} sagt` }
      commentId = (await demand(owner.send('POST', `${path}/comments`, said))).id
      const told = { stage: 'in_use', outcome: 'works', outcomeText: `${canary} virker` }
      await demand(adopter.send('PUT', `${path}/adoptions/${adopterUnit}`, told))
    }
    if (['public', 'area', 'unit'].includes(state)) {
      const headers = { 'if-match': '"1"' }
      await demand(owner.send('PATCH', path, { visibility: state }, headers))
    }
    if (state === 'withdrawn') await demand(owner.send('POST', `${path}/withdraw`, { reason: canary }))
    if (state === 'hidden') await demand(moderator.send('PUT', `${path}/hidden`, { reason: canary }))
    if (state === 'deleted') await demand(moderator.send('DELETE', path))
    return { state, id, commentId, canary, rows: await rowsOf(store, id) }
  }
  return Promise.all(STATES.map(make))
}

/** Puts a card back as it was, whatever a request that was allowed made of it. */
export const restore = async (store: Store, { id, rows }: MatrixCard): Promise<void> => {
  const before = new Set(rows.map(row => `${row.pk} ${row.sk}`))
  const now = await rowsOf(store, id)
  await Promise.all([
    ...rows.map(row => store.table.replace({ ...row, pk: String(row.pk), sk: String(row.sk) })),
    ...now
      .filter(row => !before.has(`${row.pk} ${row.sk}`))
      .map(row => store.table.remove({ pk: String(row.pk), sk: String(row.sk) })),
  ])
}

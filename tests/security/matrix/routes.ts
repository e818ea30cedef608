import { byModerator, type Cell, isOut, isOwn, isSeenByAll, read, write, writeTalk } from './oracle.ts'

type Named = { id: string; commentId: string; unitId: string; adopterUnit: string }
export type CardRoute = {
  path: (card: Named) => string
  body?: unknown
  headers?: Record<string, string>
  expected: (cell: Cell) => number
}
/** About no single card: what the viewer is asked to be. */
export type OtherRoute = {
  path?: string
  body?: unknown
  expected: 'open' | 'signed-in' | 'moderator'
  /** What a moderator gets, where the thing asked about does not exist. */
  moderatorGets?: number
  /** What the others get, where it is not the method's usual success. */
  gets?: number
}

const reason = { reason: 'Det kan ikke blive stående.' }
const card = ({ id }: Named) => `/initiatives/${id}`
const comment = ({ id, commentId }: Named) => `/initiatives/${id}/comments/${commentId}`
const adopted = ({ id, adopterUnit }: Named) => `/initiatives/${id}/adoptions/${adopterUnit}`
const mine = ({ id, unitId }: Named) => `/initiatives/${id}/adoptions/${unitId}`
const at =
  (base: (named: Named) => string, more: string) =>
  (named: Named): string =>
    `${base(named)}${more}`

const own = (status: (cell: Cell) => number) => write(cell => (isOwn(cell) ? status(cell) : 403))
const open = (status: number) => write(cell => (isOut(cell) ? status : 409))

/** Every route about one card. `expected` is the status of each cell. */
export const CARD_ROUTES: Record<string, CardRoute> = {
  'GET /initiatives/:id': { path: card, expected: read() },
  'GET /initiatives/:id/comments': { path: at(card, '/comments'), expected: read() },
  'GET /initiatives/:id/adoptions': { path: at(card, '/adoptions'), expected: read() },
  'GET /catalogue/lineage/:id': { path: ({ id }) => `/catalogue/lineage/${id}`, expected: read() },
  'PATCH /initiatives/:id': {
    path: card,
    body: { lessons: 'Spørg først.' },
    headers: { 'if-match': '"1", "2", "3"' },
    expected: own(({ state }) => (state === 'withdrawn' ? 409 : 200)),
  },
  'POST /initiatives/:id/publish': { path: at(card, '/publish'), expected: own(() => 200) },
  'POST /initiatives/:id/withdraw': {
    path: at(card, '/withdraw'),
    body: reason,
    expected: write(cell => {
      if (!isOwn(cell) && !cell.isModerator) return 403
      return isOut(cell) || cell.state === 'hidden' ? 200 : 409
    }),
  },
  'DELETE /initiatives/:id': {
    path: card,
    expected: write(cell => (cell.isModerator || (isOwn(cell) && cell.state === 'draft') ? 204 : 403)),
  },
  'POST /initiatives/:id/comments': {
    path: at(card, '/comments'),
    body: { kind: 'question', text: 'Hvor længe tog det?' },
    expected: open(201),
  },
  'PATCH /initiatives/:id/comments/:commentId': {
    path: comment,
    body: { text: 'Rettet.' },
    expected: writeTalk(cell => (cell.isMaker ? 200 : 403)),
  },
  'DELETE /initiatives/:id/comments/:commentId': {
    path: comment,
    expected: writeTalk(cell => (cell.isMaker || cell.isModerator ? 204 : 403)),
  },
  'PUT /initiatives/:id/adoptions/:unitId': {
    path: mine,
    body: { stage: 'trying' },
    expected: write(cell => (isOwn(cell) || !isOut(cell) ? 409 : 201)),
  },
  'DELETE /initiatives/:id/adoptions/:unitId': {
    path: mine,
    // Done already counts as done, whatever became of the card.
    expected: cell => (cell.isSignedIn ? (cell.relation === 'none' ? 403 : 204) : 401),
  },
  'PUT /initiatives/:id/reactions/me': { path: at(card, '/reactions/me'), expected: open(204) },
  'DELETE /initiatives/:id/reactions/me': { path: at(card, '/reactions/me'), expected: write(() => 204) },
  'PUT /initiatives/:id/spotlight': {
    path: at(card, '/spotlight'),
    body: reason,
    expected: write(cell => (cell.isDirector ? (isSeenByAll(cell) ? 200 : 409) : 403)),
  },
  'DELETE /initiatives/:id/spotlight': {
    path: at(card, '/spotlight'),
    expected: write(({ isDirector }) => (isDirector ? 204 : 403)),
  },
  'POST /initiatives/:id/reports': {
    path: at(card, '/reports'),
    body: { reason: 'Her står et navn.' },
    expected: write(() => 201),
  },
  'PUT /initiatives/:id/hidden': {
    path: at(card, '/hidden'),
    body: reason,
    expected: write(cell => {
      if (!cell.isModerator) return 403
      return isOut(cell) || cell.state === 'hidden' ? 204 : 409
    }),
  },
  'DELETE /initiatives/:id/hidden': { path: at(card, '/hidden'), expected: write(byModerator(204)) },
  'PUT /initiatives/:id/hidden/answer': {
    path: at(card, '/hidden/answer'),
    body: { answer: 'Vi har rettet det.' },
    expected: own(({ state }) => (state === 'hidden' ? 204 : 409)),
  },
  'POST /initiatives/:id/redactions': {
    path: at(card, '/redactions'),
    body: { words: 'kolonnens', ...reason },
    expected: write(byModerator(204)),
  },
  'PUT /initiatives/:id/comments/:commentId/hidden': {
    path: at(comment, '/hidden'),
    body: reason,
    expected: writeTalk(byModerator(204)),
  },
  'DELETE /initiatives/:id/comments/:commentId/hidden': {
    path: at(comment, '/hidden'),
    expected: writeTalk(byModerator(204)),
  },
  'PUT /initiatives/:id/comments/:commentId/hidden/answer': {
    path: at(comment, '/hidden/answer'),
    body: { answer: 'Det er en kollega.' },
    expected: writeTalk(cell => (cell.isMaker ? 409 : 403)),
  },
  'POST /initiatives/:id/comments/:commentId/redactions': {
    path: at(comment, '/redactions'),
    body: { words: 'kolonnens', ...reason },
    expected: writeTalk(byModerator(204)),
  },
  'PUT /initiatives/:id/adoptions/:unitId/hidden': {
    path: at(adopted, '/hidden'),
    body: reason,
    expected: writeTalk(byModerator(204)),
  },
  'DELETE /initiatives/:id/adoptions/:unitId/hidden': {
    path: at(adopted, '/hidden'),
    expected: writeTalk(byModerator(204)),
  },
  'PUT /initiatives/:id/adoptions/:unitId/hidden/answer': {
    path: at(adopted, '/hidden/answer'),
    body: { answer: 'Det er en kollega.' },
    expected: writeTalk(() => 403),
  },
  'POST /initiatives/:id/adoptions/:unitId/redactions': {
    path: at(adopted, '/redactions'),
    body: { words: 'kolonnens', ...reason },
    expected: writeTalk(byModerator(204)),
  },
  'GET /public/initiatives/:id': {
    path: ({ id }) => `/public/initiatives/${id}`,
    expected: cell => (cell.state === 'public' ? 200 : 404),
  },
}

const signedIn = { expected: 'signed-in' } as const
const openToAll = { expected: 'open' } as const
const moderator = { expected: 'moderator' } as const

/** What shows many cards, or none: looked through for words of cards that the viewer may not see. */
export const OTHER_ROUTES: Record<string, OtherRoute> = {
  'GET /health': openToAll,
  'GET /openapi.json': openToAll,
  'GET /docs': openToAll,
  'GET /public/initiatives': { ...openToAll, path: '/public/initiatives?limit=100' },
  'GET /session': signedIn,
  'GET /me': signedIn,
  'GET /me/data': signedIn,
  'GET /organisation': signedIn,
  'GET /taxonomy': signedIn,
  'GET /catalogue': { ...signedIn, path: '/catalogue?limit=100' },
  'GET /catalogue/similar': { ...signedIn, path: '/catalogue/similar?text=Kanarie' },
  'GET /units/:unitId/adoptions': { ...signedIn, path: '/units/bibliotekerne/adoptions' },
  'GET /insights/promising': signedIn,
  'GET /insights/promising.csv': signedIn,
  'GET /insights/flows': signedIn,
  'GET /insights/flows.csv': signedIn,
  'GET /insights/flows/cards': signedIn,
  'GET /insights/flows/cards.csv': signedIn,
  'GET /insights/activity': signedIn,
  'GET /insights/activity.csv': signedIn,
  'GET /insights/themes.csv': signedIn,
  'GET /insights/activity/cards': signedIn,
  'GET /insights/activity/cards.csv': signedIn,
  'GET /export/initiatives.csv': signedIn,
  'GET /moderation/reports': moderator,
  'GET /moderation/trail': moderator,
  'GET /moderation/units': moderator,
  'PUT /moderation/reports/:reportId/settlement': {
    ...moderator,
    path: '/moderation/reports/01ARZ3NDEKTSV4RRFFQ69G5FAV/settlement',
    body: { outcome: 'kept', answer: 'Det er i orden.' },
    moderatorGets: 404,
  },
  'PUT /persons/:personId/unit': {
    ...moderator,
    path: '/persons/per_nobody/unit',
    body: { unitId: 'oekonomi' },
    moderatorGets: 404,
  },
  'DELETE /persons/:personId/unit': { ...moderator, path: '/persons/per_nobody/unit', moderatorGets: 404 },
  'PUT /persons/:personId/block': {
    ...moderator,
    path: '/persons/per_nobody/block',
    body: reason,
    moderatorGets: 404,
  },
  'DELETE /persons/:personId/block': { ...moderator, path: '/persons/per_nobody/block', moderatorGets: 404 },
  'DELETE /persons/:personId/sessions': {
    ...moderator,
    path: '/persons/per_nobody/sessions',
    moderatorGets: 404,
  },
  'DELETE /persons/:personId': { ...moderator, path: '/persons/per_nobody', moderatorGets: 404 },
  // Whoever has no unit gets 403 here; see `WITHOUT_UNIT`.
  'POST /initiatives': { ...signedIn, body: { title: 'Ny' } },
  'POST /me/feed': signedIn,
  'DELETE /me/feed': { ...signedIn, gets: 204 },
  // Opened by the secret in the address; a wrong one is nothing to anybody.
  'GET /feeds/:personId/:secret/atom.xml': {
    ...openToAll,
    path: '/feeds/per_nobody/secret/atom.xml',
    gets: 404,
  },
  'GET /feeds/:personId/:secret/feed.json': {
    ...openToAll,
    path: '/feeds/per_nobody/secret/feed.json',
    gets: 404,
  },
  'PATCH /me': { ...signedIn, body: { preferences: { theme: 'light' } } },
}

/** Routes that ask for a unit, of those about no card. */
export const WITHOUT_UNIT = new Set(['POST /initiatives', 'POST /me/feed'])

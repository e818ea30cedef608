import type { State } from './cards.ts'

export type Relation = 'unit' | 'area' | 'other' | 'none'
export type Cell = {
  /** Where the viewer stands to the card's unit; `none`: belongs to no unit. */
  relation: Relation
  isSignedIn: boolean
  isDirector: boolean
  isModerator: boolean
  /** Whether the viewer made the card and the comment on it. */
  isMaker: boolean
  state: State
}

const PUBLISHED: readonly State[] = ['public', 'organisation', 'area', 'unit']

/** Who sees a card, written out from PRODUCT.md and not from the code: for each state, to whom besides moderators. */
const SEEN: Record<State, { by: readonly Relation[]; moderator: boolean }> = {
  public: { by: ['unit', 'area', 'other', 'none'], moderator: true },
  organisation: { by: ['unit', 'area', 'other', 'none'], moderator: true },
  area: { by: ['unit', 'area'], moderator: true },
  unit: { by: ['unit'], moderator: true },
  draft: { by: ['unit'], moderator: false },
  withdrawn: { by: ['unit'], moderator: true },
  hidden: { by: ['unit'], moderator: true },
  deleted: { by: [], moderator: false },
  missing: { by: [], moderator: false },
}

export const sees = ({ isSignedIn, relation, isModerator, state }: Cell): boolean =>
  isSignedIn
    ? SEEN[state].by.includes(relation) || (isModerator && SEEN[state].moderator)
    : state === 'public'

export const isOut = ({ state }: Cell): boolean => PUBLISHED.includes(state)
export const isSeenByAll = ({ state }: Cell): boolean => state === 'public' || state === 'organisation'
/** Everything but a draft has a comment by its maker, and an adoption. */
export const hasTalk = ({ state }: Cell): boolean => state !== 'draft'
export const isOwn = ({ relation }: Cell): boolean => relation === 'unit'

/** Of every route about one card: first who may know of it, then who belongs somewhere, then what the route asks. */
export const read =
  (then: (cell: Cell) => number = () => 200) =>
  (cell: Cell): number => {
    if (!cell.isSignedIn) return 401
    return sees(cell) ? then(cell) : 404
  }
export const write = (then: (cell: Cell) => number) =>
  read(cell => (cell.relation === 'none' ? 403 : then(cell)))
/** About a comment or an adoption: where there is none, there is none. */
export const writeTalk = (then: (cell: Cell) => number) =>
  read(cell => {
    if (!hasTalk(cell)) return 404
    return cell.relation === 'none' ? 403 : then(cell)
  })
export const byModerator = (status: number) => (cell: Cell) => (cell.isModerator ? status : 403)

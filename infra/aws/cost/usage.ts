/** What people do in a month; how often is a guess, what each costs is measured. */
export const ACTIONS = [
  'sign in',
  'open the portal',
  'list',
  'search',
  'read a card',
  'make a card',
  'edit a card',
  'comment',
  'adopt',
  'inspire',
  'overview',
] as const
export type Action = (typeof ACTIONS)[number]

/** By one employee of the whole municipality in a month: one in three looks in, three times. */
const EACH_MONTH: Record<Action, number> = {
  'sign in': 1,
  'open the portal': 1,
  list: 3,
  search: 1,
  'read a card': 4,
  'make a card': 0.02,
  'edit a card': 0.1,
  comment: 0.15,
  adopt: 0.04,
  inspire: 0.3,
  overview: 0.1,
}

export type Usage = {
  employees: number
  times: Record<Action, number>
  /** Cards in the portal, with all that hangs on them. */
  cards: number
  /** Quarters of an hour in which a catalogue instance is awake, over all instances. */
  awakeQuarters: number
  /** Times in a month that a function begins anew. */
  coldStarts: number
  /** Five-minute spells in which something was written, and hours, each with its snapshot. */
  busySpells: number
  busyHours: number
}

const WORK_HOURS = 220

/** A municipality of so many employees, after some years. */
export const usageOf = (employees: number): Usage => {
  const times = { ...EACH_MONTH }
  for (const action of ACTIONS) times[action] = EACH_MONTH[action] * employees
  const writes = times['make a card'] + times['edit a card'] + times.comment + times.adopt + times.inspire
  const instances = 1 + employees / 3000
  return {
    employees,
    times,
    cards: Math.round(employees / 3),
    awakeQuarters: Math.round(WORK_HOURS * 4 * instances),
    coldStarts: Math.round(WORK_HOURS * 6 * instances),
    busySpells: Math.round(Math.min(writes, WORK_HOURS * 12)),
    busyHours: Math.round(Math.min(writes, WORK_HOURS)),
  }
}

/** Denmark: 98 municipalities with about 5,000 employees on average, each with a portal and an account of its own. */
export const MUNICIPALITIES = { count: 98, employees: 5000 } as const
export const ONE_MUNICIPALITY = 3000

import { createPerson } from './person.ts'
import { startPortal } from './portal.ts'

/** The demo's people who turn up in the tests, each for what only they can show. */
const PEOPLE = {
  /** Børne- og Ungemyndighed. */
  mette: 'per_mette',
  /** Mette's colleague in the same unit. */
  asger: 'per_asger',
  /** Økonomi og Indkøb, another area. */
  lis: 'per_lis',
  /** Plejecenter Kildevang. */
  malene: 'per_malene',
  /** Hjemmeplejen Vest, in Malene's area. */
  susanne: 'per_susanne',
  /** Bibliotekerne. */
  mie: 'per_mie',
  /** Kommunikation; a moderator. */
  sofie: 'per_sofie',
  /** Directors. */
  birthe: 'per_birthe',
  torben: 'per_torben',
  /** New: sign-in names no unit. */
  nadia: 'per_nadia',
  /** Sign-in names a unit that the organisation no longer has. */
  aase: 'per_aase',
} as const

/** A portal, and its people signed in at its provider. */
export const startTown = async (options: Parameters<typeof startPortal>[0] = {}) => {
  const portal = await startPortal(options)
  const person = async (id: string) => createPerson(portal.origin, id, await portal.tokenFor(id))
  const [mette, asger, lis, malene, susanne, mie, sofie, birthe, torben, nadia, aase] = await Promise.all([
    person(PEOPLE.mette),
    person(PEOPLE.asger),
    person(PEOPLE.lis),
    person(PEOPLE.malene),
    person(PEOPLE.susanne),
    person(PEOPLE.mie),
    person(PEOPLE.sofie),
    person(PEOPLE.birthe),
    person(PEOPLE.torben),
    person(PEOPLE.nadia),
    person(PEOPLE.aase),
  ])
  return { portal, mette, asger, lis, malene, susanne, mie, sofie, birthe, torben, nadia, aase }
}

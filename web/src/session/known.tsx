import { type Accessor, createContext, type JSX, useContext } from 'solid-js'
import type { Organisation } from '#shared/contract/organisation.ts'
import type { Session } from '#shared/contract/session.ts'
import { indexOrganisation, type OrganisationIndex } from '#shared/rules/organisation.ts'

type Known = Accessor<Session | undefined>
const KnownContext = createContext<Known>(() => undefined)

/** Who is here and what things are called, for everything inside. */
export const KnownProvider = (props: { session: Known; children: JSX.Element }) => (
  <KnownContext.Provider value={props.session}>{props.children}</KnownContext.Provider>
)

export const useKnown = (): Known => useContext(KnownContext)

const indexes = new WeakMap<Organisation, OrganisationIndex>()

export const namesOf = ({ organisation }: Session): OrganisationIndex => {
  const known = indexes.get(organisation)
  if (known) return known
  const index = indexOrganisation(organisation)
  indexes.set(organisation, index)
  return index
}

/** Names of today. Reading them waits for the session like any other data, so that no card shows half a name. */
export const useNames = (): Accessor<OrganisationIndex | undefined> => {
  const session = useKnown()
  return () => {
    const known = session()
    return known && namesOf(known)
  }
}

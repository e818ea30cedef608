import { createContext, type ParentProps, useContext } from 'solid-js'
import type { Session } from '#shared/contract/session.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { namesOf } from './known.tsx'

export type Here = { session: Session; organisation: OrganisationIndex }

const Context = createContext<() => Here>()

/** For pages that have nothing to show before it is known who looks: what is inside need not ask whether. */
export const HereProvider = (props: ParentProps<{ session: Session }>) => {
  const here = () => ({ session: props.session, organisation: namesOf(props.session) })
  return <Context.Provider value={here}>{props.children}</Context.Provider>
}

export const useHere = (): (() => Here) => {
  const here = useContext(Context)
  if (!here) throw new Error('HereProvider is missing')
  return here
}

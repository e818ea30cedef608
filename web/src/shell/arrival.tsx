import { useIsRouting, useLocation } from '@solidjs/router'
import { createEffect, on } from 'solid-js'

/** Set by a page that changes its own address without going anywhere. */
const stays = (state: unknown): boolean => typeof state === 'object' && state !== null && 'stay' in state

/** At each navigation to another page focus goes to its heading, so that nobody reads on in what is gone. */
export const Arrival = () => {
  const location = useLocation()
  const isRouting = useIsRouting()
  createEffect(
    on(
      () => (isRouting() ? undefined : location.pathname),
      (path, _, before: string | undefined) => {
        if (path === undefined || path === before) return before
        if (before !== undefined && !location.hash && !stays(location.state)) queueMicrotask(focusOnPage)
        return path
      },
    ),
  )
  return null
}

const focusOnPage = (): void => {
  const main = document.getElementById('indhold')
  const heading = main?.querySelector('h1')
  if (heading) heading.tabIndex = -1
  const target = heading ?? main
  target?.focus({ preventScroll: true })
}

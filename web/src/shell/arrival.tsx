import { useIsRouting, useLocation } from '@solidjs/router'
import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { landOn } from './landing.ts'
import { keepPlace } from './same-place.ts'

/** Set by a page that changes its own address without going anywhere. */
const stays = (state: unknown): boolean => typeof state === 'object' && state !== null && 'stay' in state

/**
 * At each navigation focus goes to the part of the page that the address names, or else, on another page, to its
 * heading, so that nobody reads on in what is gone. A reload goes nowhere.
 */
export const Arrival = () => {
  const location = useLocation()
  const isRouting = useIsRouting()
  onMount(() => onCleanup(keepPlace()))
  createEffect(
    on(
      () => (isRouting() ? undefined : ([location.pathname, location.hash] as const)),
      (place, _, before: string | undefined) => {
        if (place === undefined) return before
        const [path, hash] = place
        if (hash !== '') onCleanup(landOn(hash.slice(1)))
        else if (before !== undefined && path !== before && !stays(location.state))
          queueMicrotask(focusOnPage)
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

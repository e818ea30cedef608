const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Calls back as soon as the reader begins to do something; the function that it returns stops listening. */
export const onTakingOver = (stop: () => void): (() => void) => {
  for (const act of TAKES_OVER) addEventListener(act, stop, { passive: true })
  return () => {
    for (const act of TAKES_OVER) removeEventListener(act, stop)
  }
}

const focusOn = (place: HTMLElement): void => {
  if (place.tabIndex < 0) place.tabIndex = -1
  place.scrollIntoView()
  place.focus({ preventScroll: true })
}

/**
 * Goes to the part of the page that an address names, as soon as it is there: pages come in parts. Gives up when the
 * reader has begun to do something else, or with the function that it returns.
 */
export const landOn = (id: string): (() => void) => {
  const find = (): boolean => {
    const place = document.getElementById(id)
    if (place) focusOn(place)
    return place !== null
  }
  if (find()) return () => {}
  const watch = new MutationObserver(() => find() && stop())
  const stop = (): void => {
    watch.disconnect()
    ignore()
  }
  const ignore = onTakingOver(stop)
  watch.observe(document.body, { childList: true, subtree: true })
  return stop
}

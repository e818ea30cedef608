import { onTakingOver } from './landing.ts'

const KEY = 'left-at'

const remember = (): void => {
  try {
    sessionStorage.setItem(KEY, `${Math.round(scrollY)} ${location.href}`)
  } catch {
    // A browser that keeps nothing begins at the top.
  }
}

const leftAt = (): number => {
  try {
    const [y, address] = (sessionStorage.getItem(KEY) ?? '').split(' ')
    return address === location.href ? Number(y) : 0
  } catch {
    return 0
  }
}

const isReload = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload'
}

const isWhole = (): boolean => document.querySelector('[aria-busy="true"], .late, .to-come') === null

/**
 * After a reload the reader stands where they stood: pages come in parts, and the browser looks only once. Follows the
 * page as it grows, until it is whole or the reader does something; returns what ends it.
 */
export const keepPlace = (): (() => void) => {
  addEventListener('pagehide', remember)
  const forget = (): void => removeEventListener('pagehide', remember)
  const place = isReload() && location.hash === '' ? leftAt() : 0
  if (place === 0) return forget
  const follow = (): void => {
    scrollTo(0, place)
    if (Math.abs(scrollY - place) <= 1 && isWhole()) stop()
  }
  const watch = new ResizeObserver(follow)
  const stop = (): void => {
    watch.disconnect()
    ignore()
  }
  const ignore = onTakingOver(stop)
  watch.observe(document.body)
  return () => {
    stop()
    forget()
  }
}

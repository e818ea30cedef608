/** FNV-1a over UTF-16 units, then mixed (murmur3's finaliser), as 8 hex digits: spread enough to shuffle with. */
const hash = (text: string): string => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0')
}

/**
 * The place of a card on a day, the same for everybody. Sorting by it is a shuffle in which a new card
 * takes a place of its own without moving the others, so that pages neither repeat nor skip.
 */
export const fairKey = (day: string, id: string): string => `${hash(`${day}/${id}`)}${id}`

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' })

/** The calendar day in Denmark (`2026-11-24`) at a time in ms since 1970. */
export const danishDay = (now: number): string => DAY.format(now)

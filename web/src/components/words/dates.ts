import { formatter } from './formatter.ts'

const ZONE = 'Europe/Copenhagen'
const day = formatter(() => new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: ZONE }))
const month = formatter(
  () => new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: ZONE }),
)

/** Times and calendar days alike: a day is read at noon in UTC, which is the same day in Denmark all year. */
const dateOf = (time: string): Date => new Date(time.length === 10 ? `${time}T12:00:00Z` : time)

/** "9. november 2026", as it was in Denmark; the day stays on the line of its month. */
export const longDate = (time: string): string => day().format(dateOf(time)).replace('. ', '.\u00a0')

/** "november 2026", as it was in Denmark. */
export const monthYear = (time: string): string => month().format(dateOf(time))

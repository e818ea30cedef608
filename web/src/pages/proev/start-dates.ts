/** Calendar days are texts such as `2026-11-30`, as the contract has them: no clock and no time zone can move them. */
export type Day = string

export type StartChoice = { id: 'first' | 'second'; label: string; small: string; day: Day }

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)
const plusDays = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000)

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dateOf(text).getTime()) && dayOf(dateOf(text)) === text

/** The Monday after today; on a Monday the one in a week. */
export const nextMonday = (today: Day): Day => {
  const date = dateOf(today)
  return dayOf(plusDays(date, (8 - date.getUTCDay()) % 7 || 7))
}

/** The first weekday of a month, `months` from the one of today. */
export const firstWeekday = (today: Day, months: number): Day => {
  const date = dateOf(today)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const weekend = { 0: 1, 6: 2 }[first.getUTCDay()] ?? 0
  return dayOf(plusDays(first, weekend))
}

const formats = {
  month: new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }),
  weekday: new Intl.DateTimeFormat('da-DK', { weekday: 'long', timeZone: 'UTC' }),
  dayMonth: new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da-DK') + text.slice(1)

/** "30. november 2026" */
export const longDay = (day: Day): string => formats.long.format(dateOf(day))
/** "mandag 30. november", and the year where it is not today's. */
export const spokenDay = (day: Day, today: Day): string => {
  const date = dateOf(day)
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return `${formats.weekday.format(date)} ${formats.dayMonth.format(date)}${year}`
}
const monthName = (day: Day): string => capital(formats.month.format(dateOf(day)))

/** The two days that most choose; the third choice is any other. */
export const startChoices = (today: Day, started: boolean): readonly [StartChoice, StartChoice] => {
  const monday = nextMonday(today)
  const next = firstWeekday(today, 1)
  const last = firstWeekday(today, -1)
  return started
    ? [
        { id: 'first', label: 'I dag', small: longDay(today), day: today },
        { id: 'second', label: 'Sidste måned', small: monthName(last), day: last },
      ]
    : [
        { id: 'first', label: 'På mandag', small: longDay(monday), day: monday },
        { id: 'second', label: 'Næste måned', small: monthName(next), day: next },
      ]
}

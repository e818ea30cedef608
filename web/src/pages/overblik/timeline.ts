/** Every month from one to another, both included (`2025-11`, `2025-12`, …). */
export const monthsFrom = (first: string, last: string): string[] => {
  const months: string[] = []
  for (let month = first; month <= last && months.length < 600; month = after(month)) months.push(month)
  return months
}

const after = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

const SHORT = new Intl.DateTimeFormat('da-DK', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "sep. 2025" */
export const shortMonth = (month: string): string => SHORT.format(new Date(`${month}-15T12:00:00Z`))

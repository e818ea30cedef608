import type { Adoption } from '#shared/contract/adoption.ts'
import { danishDay } from '#shared/rules/fair-order.ts'
import { type Day, longDay } from './start-dates.ts'

/** "I har prøvet det siden 26. oktober 2026.": where a unit stands, and since when. */
export const sinceWords = (
  adoption: Pick<Adoption, 'stage' | 'startedOn' | 'createdAt' | 'updatedAt'>,
  today: Day,
): string => {
  const { stage, startedOn } = adoption
  const written = danishDay(Date.parse(adoption.createdAt))
  if (stage === 'stopped')
    return `I skrev ${longDay(danishDay(Date.parse(adoption.updatedAt)))}, at I er stoppet.`
  if (stage === 'considering') return `I har overvejet det siden ${longDay(written)}.`
  if (startedOn !== undefined && startedOn > today) return `I begynder ${longDay(startedOn)}.`
  const since = longDay(startedOn ?? written)
  return stage === 'in_use' ? `I har brugt det siden ${since}.` : `I har prøvet det siden ${since}.`
}

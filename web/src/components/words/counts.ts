import type { AdoptionStage } from '#shared/rules/vocabulary.ts'
import { formatter } from './formatter.ts'

const WORDS = ['Nul', 'Én', 'To', 'Tre', 'Fire', 'Fem', 'Seks', 'Syv', 'Otte', 'Ni', 'Ti', 'Elleve', 'Tolv']
const grouped = formatter(() => new Intl.NumberFormat('da-DK'))

/** "3.120": figures as they are written in Denmark. */
export const figure = (count: number): string => (count < 1000 ? `${count}` : grouped().format(count))

/** "Otte" up to twelve, then "13"; to begin a sentence with. */
export const spelled = (count: number): string => WORDS[count] ?? figure(count)

/** "Otte enheder, ét greb" */
export const unitsOneMove = (units: number): string => `${spelled(units)} enheder, ét greb`

type Adopter = { stage: AdoptionStage }

/** "6 bruger det, 1 overvejer" */
export const usersWords = (adopters: readonly Adopter[]): string => {
  const count = (stage: AdoptionStage) => adopters.filter(adopter => adopter.stage === stage).length
  const stopped = count('stopped')
  if (adopters.length === 0) return 'Ingen andre endnu'
  if (stopped === adopters.length) return `${figure(stopped)} prøvede og stoppede`
  const parts: readonly [number, string][] = [
    [count('in_use'), 'bruger det'],
    [count('trying'), 'prøver'],
    [count('considering'), 'overvejer'],
    [stopped, 'stoppede'],
  ]
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${figure(number)} ${words}`)
    .join(', ')
}

/** "6 kommentarer"; nothing where nobody has written. */
export const commentsWords = (count: number): string => {
  if (count === 0) return ''
  return count === 1 ? '1 kommentar' : `${figure(count)} kommentarer`
}

/** "11 er inspireret."; nothing where nobody has said so. */
export const inspiredWords = (count: number): string => (count === 0 ? '' : `${figure(count)} er inspireret.`)

/** "32 greb fra 8 områder" */
export const movesFromAreas = (moves: number, areas: number): string =>
  `${figure(moves)} greb fra ${figure(areas)} ${areas === 1 ? 'område' : 'områder'}`

/** "20 af 32 greb vist" */
export const shownOf = (shown: number, total: number): string =>
  `${figure(shown)} af ${figure(total)} greb vist`

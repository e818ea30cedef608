import type { AdoptionStage, Fidelity } from '#shared/rules/vocabulary.ts'
import { type Day, spokenDay } from './start-dates.ts'

/** A piece of the sentence; what the person chose stands out. */
export type Piece = { text: string; chosen: boolean }

const STAGES: Record<AdoptionStage, string> = {
  considering: 'overvejer',
  trying: 'prøver',
  in_use: 'bruger',
  stopped: 'er stoppet med',
}
const FIDELITIES: Record<Fidelity, string> = {
  copy: 'som det er',
  adapted: 'tilpasset',
  inspired: 'som inspiration',
}

type Choice = {
  unit: string
  stage: AdoptionStage
  fidelity: Fidelity
  startedOn: Day | undefined
  today: Day
}

/** "Børne- og Ungemyndighed prøver grebet, tilpasset, og begynder mandag 30. november." */
export const sentence = ({ unit, stage, fidelity, startedOn, today }: Choice): Piece[] => {
  const chosen = (text: string): Piece => ({ text, chosen: true })
  const plain = (text: string): Piece => ({ text, chosen: false })
  const begins = startedOn !== undefined && startedOn > today ? ', og begynder ' : ', og begyndte '
  return [
    chosen(unit),
    plain(' '),
    chosen(STAGES[stage]),
    plain(' grebet, '),
    chosen(FIDELITIES[fidelity]),
    ...(startedOn === undefined || stage === 'considering'
      ? []
      : [
          plain(startedOn === today ? ', og begynder ' : begins),
          chosen(startedOn === today ? 'i dag' : spokenDay(startedOn, today)),
        ]),
    plain('.'),
  ]
}

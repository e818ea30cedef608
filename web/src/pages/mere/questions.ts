import type { CardField } from '../../drafts/card-fields.ts'
import { changedFields } from '../../drafts/card-fields.ts'
import { type CardForm, emptyForm } from '../../drafts/card-form.ts'

/** The optional questions in the order that helps the next unit most; each can be passed over. */
export const QUESTIONS = [
  { id: 'kernen', title: 'Hvad skal med, for at det virker?', fields: ['core'] },
  { id: 'tilpas', title: 'Hvad kan andre tilpasse?', fields: ['adaptable'] },
  { id: 'kraever', title: 'Hvad kræver det?', fields: ['requirements'] },
  { id: 'beslutter', title: 'Hvem kan beslutte det?', fields: ['discretion'] },
  { id: 'virkning', title: 'Hvad kom der ud af det?', fields: ['effect'] },
  { id: 'laering', title: 'Hvad ville I gøre anderledes?', fields: ['lessons'] },
  { id: 'passer', title: 'Hvor passer det, og hvor gør det ikke?', fields: ['fits', 'doesNotFit'] },
  { id: 'fjernet', title: 'Hvad slap I for?', fields: ['removed'] },
  { id: 'temaer', title: 'Hvad handler det om?', fields: ['themes', 'keywords'] },
  { id: 'samtale', title: 'Hvad kan andre tale om på et møde?', fields: ['questions'] },
] as const satisfies readonly { id: string; title: string; fields: readonly CardField[] }[]
export type Question = (typeof QUESTIONS)[number]

/** The step that the address asks for, from 1; anything else is the first. */
export const stepOf = (asked: string | undefined): number => {
  const step = Number(asked)
  return Number.isInteger(step) && step >= 1 && step <= QUESTIONS.length ? step : 1
}

export const isAnswered = (question: Question, form: CardForm): boolean => {
  const said: readonly CardField[] = changedFields(form, emptyForm())
  return question.fields.some(field => said.includes(field))
}

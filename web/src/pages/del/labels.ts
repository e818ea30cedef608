import type { CardField } from '../../drafts/card-fields.ts'

/** Each field as the page asks for it. */
export const FIELD_LABELS: Record<CardField, string> = {
  visibility: 'Hvem må se det?',
  title: 'Hvad kalder I det?',
  summary: 'Fortæl det i én sætning',
  challenge: 'Hvad var bøvlet?',
  action: 'Hvad gør I nu?',
  contact: 'Hvem kan man spørge?',
  experience: 'Hvordan går det?',
  core: 'Hvad skal med, for at det virker?',
  adaptable: 'Hvad kan andre tilpasse?',
  requirements: 'Hvad kræver det?',
  discretion: 'Hvem kan beslutte det?',
  effect: 'Hvad kom der ud af det?',
  lessons: 'Hvad ville I gøre anderledes?',
  fits: 'Hvor passer det?',
  doesNotFit: 'Hvor passer det ikke?',
  removed: 'Hvad slap I for?',
  themes: 'Hvad handler det om?',
  keywords: 'Hvilke ord ville I selv søge på?',
  questions: 'Hvad kan andre tale om?',
}

/** Where a field stands on the page; the first control of it. */
export const controlId = (path: string): string => `felt-${path.replaceAll('.', '-')}`

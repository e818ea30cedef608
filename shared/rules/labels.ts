import type {
  AdoptionStage,
  CardStage,
  CommentKind,
  Discretion,
  Evidence,
  Experience,
  Fidelity,
  Visibility,
} from './vocabulary.ts'

/** The closed sets in Danish, as the portal says them everywhere. */
export const EXPERIENCE_LABELS: Record<Experience, string> = {
  works: 'Virker',
  partly: 'Virker delvist',
  did_not_work: 'Virkede ikke',
  too_early: 'For tidligt at sige',
}
export const STAGE_LABELS: Record<CardStage | AdoptionStage, string> = {
  idea: 'Idé, ikke prøvet endnu',
  considering: 'Overvejer',
  trying: 'Prøver',
  in_use: 'I brug',
  stopped: 'Stoppet',
}
export const DISCRETION_LABELS: Record<Discretion, string> = {
  unit: 'I kan selv beslutte det',
  leader: 'Jeres leder kan beslutte det',
  director: 'Kræver et ja fra direktøren',
  politically: 'Kræver en politisk beslutning',
}
export const EVIDENCE_LABELS: Record<Evidence, string> = {
  story: 'Det er vores egen fortælling.',
  counted: 'Talt op af os selv.',
  'before-after': 'Målt før og efter.',
}
export const FIDELITY_LABELS: Record<Fidelity, string> = {
  copy: 'Som det er',
  adapted: 'Tilpasset til os',
  inspired: 'Som inspiration',
}
export const COMMENT_LABELS: Record<CommentKind, string> = {
  question: 'Spørgsmål',
  experience: 'Erfaring',
  suggestion: 'Forslag',
  thanks: 'Tak',
}
/** Who sees it; the unit and the area by their own names. */
export const visibilityLabel = (visibility: Visibility, unit: string, area: string): string =>
  ({
    unit: `Kun ${unit}`,
    area,
    organisation: 'Hele kommunen',
    public: 'Alle, også borgere og politikere',
  })[visibility]

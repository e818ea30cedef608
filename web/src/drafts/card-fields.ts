import type { InitiativeContent } from '#shared/contract/initiative.ts'
import { isBlank, normaliseLine, normaliseText } from '#shared/rules/text.ts'
import type { Visibility } from '#shared/rules/vocabulary.ts'
import {
  type CardForm,
  emptyForm,
  LIST_PATHS,
  type ListPath,
  TEXT_PATHS,
  TEXTS,
  type TextPath,
} from './card-form.ts'

type Written = Partial<InitiativeContent> & { visibility: Visibility }

/** The form of a card that the API answered with. */
export const formOf = (card: Written): CardForm => ({
  texts: {
    title: card.title ?? '',
    summary: card.summary ?? '',
    challenge: card.challenge ?? '',
    action: card.action ?? '',
    contact: card.contact ?? '',
    'requirements.time': card.requirements?.time ?? '',
    'requirements.money': card.requirements?.money ?? '',
    'requirements.permission': card.requirements?.permission ?? '',
    'effect.text': card.effect?.text ?? '',
    lessons: card.lessons ?? '',
    fits: card.fits ?? '',
    doesNotFit: card.doesNotFit ?? '',
    'removed.what': card.removed?.what ?? '',
    'removed.owner': card.removed?.owner ?? '',
  },
  lists: {
    core: card.core ?? [],
    adaptable: card.adaptable ?? [],
    questions: card.questions ?? [],
    keywords: card.keywords ?? [],
    themes: card.themes ?? [],
  },
  experience: card.experience,
  discretion: card.discretion,
  evidence: card.effect?.evidence,
  visibility: card.visibility,
})

/** A text as the server will keep it; undefined when it says nothing. */
export const said = (form: CardForm, path: TextPath): string | undefined => {
  const text = TEXTS[path].lines ? normaliseText(form.texts[path]) : normaliseLine(form.texts[path])
  return isBlank(text) ? undefined : text
}

export const saidList = (form: CardForm, path: ListPath): string[] => [
  ...new Set(form.lists[path].map(normaliseLine).filter(item => !isBlank(item))),
]

const group = <T extends object>(value: T): T | null =>
  Object.values(value).some(inner => inner !== undefined) ? value : null

/** Every top-level field that a person writes, as PATCH takes it: null where nothing is said. */
export const fieldsOf = (form: CardForm) => {
  const text = (path: TextPath) => said(form, path) ?? null
  const list = (path: ListPath) => saidList(form, path)
  const effect = said(form, 'effect.text')
  const what = said(form, 'removed.what')
  return {
    visibility: form.visibility,
    title: text('title'),
    summary: text('summary'),
    challenge: text('challenge'),
    action: text('action'),
    contact: text('contact'),
    lessons: text('lessons'),
    fits: text('fits'),
    doesNotFit: text('doesNotFit'),
    experience: form.experience ?? null,
    discretion: form.discretion ?? null,
    requirements: group({
      time: said(form, 'requirements.time'),
      money: said(form, 'requirements.money'),
      permission: said(form, 'requirements.permission'),
    }),
    effect: effect === undefined ? null : { text: effect, evidence: form.evidence },
    removed: what === undefined ? null : { what, owner: said(form, 'removed.owner') },
    core: list('core'),
    adaptable: list('adaptable'),
    questions: list('questions'),
    keywords: list('keywords'),
    themes: list('themes'),
  }
}
export type CardFields = ReturnType<typeof fieldsOf>
export type CardField = keyof CardFields

const isField = (key: string): key is CardField => Object.hasOwn(fieldsOf(emptyForm()), key)
export const FIELDS: readonly CardField[] = Object.keys(fieldsOf(emptyForm())).filter(isField)

/** The top-level field that a path such as `core.1` or `effect.text` belongs to. */
export const fieldOfPath = (path: string): CardField | undefined => {
  const [top = ''] = path.split('.', 1)
  return isField(top) ? top : undefined
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const changedFields = (form: CardForm, base: CardForm): CardField[] => {
  const now = fieldsOf(form)
  const before = fieldsOf(base)
  return FIELDS.filter(field => !same(now[field], before[field]))
}

/** `form` with these fields as they stand in `other`. */
export const takeFields = (form: CardForm, other: CardForm, fields: readonly CardField[]): CardForm => {
  const takes = (path: string) => fields.some(field => field === fieldOfPath(path))
  const texts = { ...form.texts }
  for (const path of TEXT_PATHS) if (takes(path)) texts[path] = other.texts[path]
  const lists = { ...form.lists }
  for (const path of LIST_PATHS) if (takes(path)) lists[path] = other.lists[path]
  return {
    texts,
    lists,
    experience: takes('experience') ? other.experience : form.experience,
    discretion: takes('discretion') ? other.discretion : form.discretion,
    evidence: takes('effect') ? other.evidence : form.evidence,
    visibility: takes('visibility') ? other.visibility : form.visibility,
  }
}

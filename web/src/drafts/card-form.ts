import { LIMITS } from '#shared/rules/limits.ts'
import type { Discretion, Evidence, Experience, Visibility } from '#shared/rules/vocabulary.ts'

/**
 * A card while somebody writes it: every text is a string and every list is there. Texts and lists go by the path
 * that the API has for them, so that its answers about a field find their way back.
 */
export const TEXTS = {
  title: { max: LIMITS.title, lines: false },
  summary: { max: LIMITS.summary, lines: false },
  challenge: { max: LIMITS.text, lines: true },
  action: { max: LIMITS.text, lines: true },
  contact: { max: LIMITS.contact, lines: false },
  'requirements.time': { max: LIMITS.requirement, lines: false },
  'requirements.money': { max: LIMITS.requirement, lines: false },
  'requirements.permission': { max: LIMITS.requirement, lines: false },
  'effect.text': { max: LIMITS.text, lines: true },
  lessons: { max: LIMITS.text, lines: true },
  fits: { max: LIMITS.text, lines: true },
  doesNotFit: { max: LIMITS.text, lines: true },
  'removed.what': { max: LIMITS.removed, lines: false },
  'removed.owner': { max: LIMITS.removed, lines: false },
} as const
export type TextPath = keyof typeof TEXTS

export const LISTS = {
  core: { most: LIMITS.core, max: LIMITS.listItem },
  adaptable: { most: LIMITS.adaptable, max: LIMITS.listItem },
  questions: { most: LIMITS.questions, max: LIMITS.listItem },
  keywords: { most: LIMITS.keywords, max: LIMITS.keyword },
  themes: { most: LIMITS.themes, max: LIMITS.keyword },
} as const
export type ListPath = keyof typeof LISTS

export type CardForm = {
  texts: Record<TextPath, string>
  lists: Record<ListPath, readonly string[]>
  experience: Experience | undefined
  discretion: Discretion | undefined
  evidence: Evidence | undefined
  visibility: Visibility
}

/** Object.keys, typed; for the two tables above only, which have no other keys. */
const isTextPath = (key: string): key is TextPath => Object.hasOwn(TEXTS, key)
const isListPath = (key: string): key is ListPath => Object.hasOwn(LISTS, key)
export const TEXT_PATHS: readonly TextPath[] = Object.keys(TEXTS).filter(isTextPath)
export const LIST_PATHS: readonly ListPath[] = Object.keys(LISTS).filter(isListPath)

export const emptyForm = (contact = ''): CardForm => ({
  texts: {
    title: '',
    summary: '',
    challenge: '',
    action: '',
    contact,
    'requirements.time': '',
    'requirements.money': '',
    'requirements.permission': '',
    'effect.text': '',
    lessons: '',
    fits: '',
    doesNotFit: '',
    'removed.what': '',
    'removed.owner': '',
  },
  lists: { core: [], adaptable: [], questions: [], keywords: [], themes: [] },
  experience: undefined,
  discretion: undefined,
  evidence: undefined,
  visibility: 'organisation',
})

export const withText = (form: CardForm, path: TextPath, text: string): CardForm => ({
  ...form,
  texts: { ...form.texts, [path]: text },
})

export const withList = (form: CardForm, path: ListPath, items: readonly string[]): CardForm => ({
  ...form,
  lists: { ...form.lists, [path]: items },
})

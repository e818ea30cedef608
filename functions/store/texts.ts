/** Where words stand in a row that somebody wrote: the field itself, or fields of what is in it (of each, in a list). */
export type Texts = true | { readonly [field: string]: Texts }

const author = { title: true } as const
const moderated = {
  author,
  hidden: { reason: true, answer: true },
  moderation: { reason: true, by: author },
} as const

const content = {
  title: true,
  summary: true,
  challenge: true,
  action: true,
  contact: true,
  core: true,
  adaptable: true,
  requirements: { time: true, money: true, permission: true },
  effect: { text: true },
  lessons: true,
  fits: true,
  doesNotFit: true,
  removed: { what: true, owner: true },
  origin: { text: true },
  keywords: true,
  questions: true,
} as const

/**
 * By the row's kind. What is not named here is never rewritten: keys, times and choices, and people's own names and
 * titles, which a namesake may have too.
 */
export const TEXTS: Readonly<Record<string, Exclude<Texts, true>>> = {
  initiative: { ...moderated, content, withdrawnReason: true },
  adoption: { ...moderated, kept: true, changed: true, outcomeText: true, surprise: true, thanks: true },
  comment: { ...moderated, text: true },
  spotlight: { author, reason: true },
  report: { author, reason: true, answer: true, settledBy: author },
  trail: { reason: true, by: author, whose: author },
  person: { moderation: { reason: true, by: author } },
}

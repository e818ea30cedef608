import { type CprForm, findCpr } from '#shared/rules/cpr.ts'
import { missingToPublish, type RequiredToPublish } from '#shared/rules/publishing.ts'
import { codePoints, hasRefusedCharacters } from '#shared/rules/text.ts'
import { type CardField, fieldOfPath, fieldsOf, said, saidList } from './card-fields.ts'
import { type CardForm, LIST_PATHS, LISTS, TEXT_PATHS, TEXTS } from './card-form.ts'

/** `bare`: ten digits in a row, which the person may vouch for. */
export type Wrong = { path: string; message: string; cpr?: CprForm }

export const CPR_MESSAGE = 'Her står noget, der ligner et CPR-nummer. Slet det, så kan du gemme.'
export const tooLong = (max: number): string => `Skriv højst ${max} tegn.`
const REFUSED = 'Her er et tegn, der ikke kan gemmes. Skriv det igen.'

/** One text against the rules that the server has too. */
export const checkText = (path: string, text: string, max: number, vouched: boolean): Wrong | undefined => {
  const cpr = findCpr(text)
  if (cpr !== undefined && !(cpr === 'bare' && vouched)) return { path, message: CPR_MESSAGE, cpr }
  if (hasRefusedCharacters(text)) return { path, message: REFUSED }
  if (codePoints(text) > max) return { path, message: tooLong(max) }
  return undefined
}

/** Texts of the form by path, as they stand. */
const textsOf = (form: CardForm): { path: string; text: string; max: number }[] => [
  ...TEXT_PATHS.map(path => ({ path, text: said(form, path) ?? '', max: TEXTS[path].max })),
  ...LIST_PATHS.flatMap(path =>
    form.lists[path].map((text, index) => ({ path: `${path}.${index}`, text, max: LISTS[path].max })),
  ),
]

/**
 * What is wrong as one types. Text that the server already has is not questioned again: ten digits that were once
 * vouched for stay vouched for.
 */
export const checkForm = (form: CardForm, vouched: readonly string[] = [], base?: CardForm): Wrong[] => {
  const known = new Map(base ? textsOf(base).map(({ path, text }) => [path, text]) : [])
  const wrongs = textsOf(form).flatMap(({ path, text, max }) => {
    if (text === '' || known.get(path) === text) return []
    return checkText(path, text, max, vouched.includes(path)) ?? []
  })
  const crowded = LIST_PATHS.filter(path => saidList(form, path).length > LISTS[path].most)
  const ownerAlone = said(form, 'removed.owner') !== undefined && said(form, 'removed.what') === undefined
  return [
    ...wrongs,
    ...crowded.map(path => ({ path, message: `Højst ${LISTS[path].most}.` })),
    ...(ownerAlone ? [{ path: 'removed.what', message: 'Skriv, hvad I er sluppet for.' }] : []),
  ]
}

const MISSING: Record<RequiredToPublish, string> = {
  title: 'Giv grebet et navn.',
  summary: 'Fortæl det i én sætning.',
  challenge: 'Skriv, hvad der var bøvlet.',
  action: 'Skriv, hvad I gør nu.',
  experience: 'Vælg, hvordan det går.',
}

/** What is missing before the card can be published, in the order of the page. */
export const missing = (form: CardForm): Wrong[] =>
  missingToPublish(fieldsOf(form)).map(path => ({ path, message: MISSING[path] }))

/** Fields that must not leave the page as they are. */
export const heldBack = (wrongs: readonly Wrong[]): CardField[] => [
  ...new Set(wrongs.flatMap(wrong => fieldOfPath(wrong.path) ?? [])),
]

/** Fields that must not be kept anywhere, not even on the device. */
export const secretFields = (wrongs: readonly Wrong[]): CardField[] =>
  heldBack(wrongs.filter(wrong => wrong.cpr !== undefined))

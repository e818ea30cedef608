import type { Adoption } from '#shared/contract/adoption.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { isBlank, normaliseText } from '#shared/rules/text.ts'
import {
  ADOPTION_STAGES,
  type AdoptionStage,
  EXPERIENCES,
  type Experience,
  FIDELITIES,
  type Fidelity,
} from '#shared/rules/vocabulary.ts'
import { checkText, type Wrong } from '../../drafts/check.ts'
import { isRecord, oneOf, textOf, textsIn } from '../../drafts/parse.ts'
import type { Day } from './start-dates.ts'

export const ADOPTION_TEXTS = ['outcomeText', 'surprise', 'thanks', 'kept', 'changed'] as const
export type AdoptionText = (typeof ADOPTION_TEXTS)[number]

/** An adoption while somebody writes it. PUT replaces it whole, so all of it is always here. */
export type AdoptionForm = {
  stage: AdoptionStage
  fidelity: Fidelity
  startedOn: Day | undefined
  outcome: Experience | undefined
  texts: Record<AdoptionText, string>
  touchesCore: boolean
}

export const newAdoption = (startedOn: Day): AdoptionForm => ({
  stage: 'trying',
  fidelity: 'adapted',
  startedOn,
  outcome: undefined,
  texts: { outcomeText: '', surprise: '', thanks: '', kept: '', changed: '' },
  touchesCore: false,
})

export const formOfAdoption = (adoption: Adoption): AdoptionForm => ({
  stage: adoption.stage,
  fidelity: adoption.fidelity,
  startedOn: adoption.startedOn,
  outcome: adoption.outcome,
  texts: {
    outcomeText: adoption.outcomeText ?? '',
    surprise: adoption.surprise ?? '',
    thanks: adoption.thanks ?? '',
    kept: adoption.kept,
    changed: adoption.changed,
  },
  touchesCore: adoption.touchesCore,
})

const said = (text: string): string | undefined => {
  const normal = normaliseText(text)
  return isBlank(normal) ? undefined : normal
}

/** The whole body of the PUT. While one considers there is no outcome yet, and no day to begin. */
export const adoptionBody = (form: AdoptionForm) => {
  const considers = form.stage === 'considering'
  return {
    stage: form.stage,
    fidelity: form.fidelity,
    startedOn: considers ? undefined : form.startedOn,
    outcome: considers ? undefined : form.outcome,
    outcomeText: said(form.texts.outcomeText),
    surprise: said(form.texts.surprise),
    thanks: said(form.texts.thanks),
    kept: said(form.texts.kept) ?? '',
    changed: said(form.texts.changed) ?? '',
    touchesCore: form.touchesCore,
  }
}

export const sameAdoption = (a: AdoptionForm, b: AdoptionForm): boolean =>
  JSON.stringify(adoptionBody(a)) === JSON.stringify(adoptionBody(b))

/** What the server already has is not questioned again. */
export const checkAdoption = (form: AdoptionForm, vouched: readonly string[], base?: AdoptionForm): Wrong[] =>
  ADOPTION_TEXTS.flatMap(path => {
    const text = form.texts[path]
    if (base && said(base.texts[path]) === said(text)) return []
    return checkText(path, text, LIMITS.adoptionText, vouched.includes(path)) ?? []
  })

/** Kept on the device until it is sent, with what it grew from. */
export type KeptAdoption = { form: AdoptionForm; base: AdoptionForm; vouched: string[] }

export const adoptionName = (personId: string, initiativeId: string): string =>
  `adoption:${personId}:${initiativeId}`

const parseAdoptionForm = (form: unknown): AdoptionForm | undefined => {
  if (!isRecord(form) || !isRecord(form.texts)) return undefined
  const stage = oneOf(ADOPTION_STAGES, form.stage)
  const fidelity = oneOf(FIDELITIES, form.fidelity)
  if (!stage || !fidelity) return undefined
  return {
    stage,
    fidelity,
    startedOn: textOf(form.startedOn) || undefined,
    outcome: oneOf(EXPERIENCES, form.outcome),
    texts: {
      outcomeText: textOf(form.texts.outcomeText),
      surprise: textOf(form.texts.surprise),
      thanks: textOf(form.texts.thanks),
      kept: textOf(form.texts.kept),
      changed: textOf(form.texts.changed),
    },
    touchesCore: form.touchesCore === true,
  }
}

export const parseKeptAdoption = (value: unknown): KeptAdoption | undefined => {
  if (!isRecord(value)) return undefined
  const form = parseAdoptionForm(value.form)
  const base = parseAdoptionForm(value.base)
  return form && base && { form, base, vouched: textsIn(value.vouched) }
}

import { ADOPTION_TEXTS, type AdoptionForm, type AdoptionText } from './adoption-form.ts'

export type MergedAdoption = {
  merged: AdoptionForm
  /** Texts that both changed, as they wrote them; mine stand in the form. */
  theirs: { path: AdoptionText; text: string }[]
}

/** Two of one unit reported at once: what only one of them touched is no dispute, and of choices mine stand. */
export const mergeAdoption = (
  base: AdoptionForm,
  mine: AdoptionForm,
  theirs: AdoptionForm,
): MergedAdoption => {
  const pick = <T>(before: T, my: T, their: T): T => (my === before ? their : my)
  const texts = { ...mine.texts }
  for (const path of ADOPTION_TEXTS)
    texts[path] = pick(base.texts[path], mine.texts[path], theirs.texts[path])
  return {
    merged: {
      stage: pick(base.stage, mine.stage, theirs.stage),
      fidelity: pick(base.fidelity, mine.fidelity, theirs.fidelity),
      startedOn: pick(base.startedOn, mine.startedOn, theirs.startedOn),
      outcome: pick(base.outcome, mine.outcome, theirs.outcome),
      touchesCore: pick(base.touchesCore, mine.touchesCore, theirs.touchesCore),
      texts,
    },
    theirs: ADOPTION_TEXTS.filter(
      path =>
        theirs.texts[path] !== base.texts[path] &&
        mine.texts[path] !== base.texts[path] &&
        mine.texts[path] !== theirs.texts[path],
    ).map(path => ({ path, text: theirs.texts[path] })),
  }
}

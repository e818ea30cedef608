import * as z from 'zod'
import { LIMITS } from '../rules/limits.ts'
import { ADOPTION_STAGES, EXPERIENCES, FIDELITIES } from '../rules/vocabulary.ts'
import { hidden } from './hidden.ts'
import { author } from './person.ts'
import { date, optional, slug, text, time, version } from './text.ts'

export const adoptionStage = z.enum(ADOPTION_STAGES)
const fidelity = z.enum(FIDELITIES)
const outcome = z.enum(EXPERIENCES)
const words = optional(text(LIMITS.adoptionText))

export const adoption = z
  .object({
    initiativeId: z.string(),
    unitId: slug,
    areaId: slug,
    stage: adoptionStage,
    fidelity,
    kept: z.string(),
    changed: z.string(),
    touchesCore: z.boolean(),
    startedOn: date.optional(),
    outcome: outcome.optional(),
    outcomeText: z.string().optional(),
    surprise: z.string().optional(),
    thanks: z.string().optional(),
    author,
    /** The last PUT that changed the outcome or its text. */
    reportedAt: time.optional(),
    derivedInitiativeId: z.string().optional(),
    /** The texts are gone for all but the unit and the moderators. */
    hidden: hidden.optional(),
    version,
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Adoption' })
export type Adoption = z.infer<typeof adoption>

/** PUT replaces: what is left out is cleared. */
export const adoptionInput = z
  .object({
    stage: adoptionStage,
    fidelity: fidelity.nullish().transform(value => value ?? 'inspired'),
    kept: text(LIMITS.adoptionText)
      .nullish()
      .transform(value => value ?? ''),
    changed: text(LIMITS.adoptionText)
      .nullish()
      .transform(value => value ?? ''),
    touchesCore: z
      .boolean()
      .nullish()
      .transform(value => value ?? false),
    startedOn: date.nullish().transform(value => value ?? undefined),
    outcome: outcome.nullish().transform(value => value ?? undefined),
    outcomeText: words,
    surprise: words,
    thanks: words,
  })
  .refine(({ stage, outcome }) => stage !== 'considering' || outcome === undefined, {
    path: ['outcome'],
    params: { code: 'invalid' },
    message: 'Et udfald hører til, når I har prøvet det.',
  })
  .meta({ id: 'AdoptionInput' })
export type AdoptionInput = z.output<typeof adoptionInput>

export const adoptions = z.object({ items: z.array(adoption) }).meta({ id: 'Adoptions' })
export type Adoptions = z.infer<typeof adoptions>

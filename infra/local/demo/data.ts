import * as z from 'zod'
import { adoptionInput } from '#shared/contract/adoption.ts'
import { commentInput } from '#shared/contract/comment.ts'
import { initiativeInput } from '#shared/contract/initiative.ts'
import { organisation } from '#shared/contract/organisation.ts'
import { role } from '#shared/contract/person.ts'
import { ORIGIN_KINDS } from '#shared/rules/vocabulary.ts'
import cards from './initiatives.json' with { type: 'json' }
import units from './organisation.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import withdrawnCards from './withdrawn.json' with { type: 'json' }

const demoAuthor = z.union([
  z.object({ personId: z.string() }),
  z.object({ name: z.string(), title: z.string().optional(), unitId: z.string() }),
])
export type DemoAuthor = z.infer<typeof demoAuthor>

const moment = z.iso.datetime().transform(time => Date.parse(time))

const madeFrom = z.object({
  kind: z.enum(ORIGIN_KINDS),
  text: z.string().optional(),
  initiativeRef: z.string().optional(),
})
const demoComment = z
  .looseObject({ author: demoAuthor, createdAt: moment, replyTo: z.int().optional() })
  .transform(({ author, createdAt, replyTo, ...said }) => ({
    author,
    createdAt,
    replyTo,
    input: commentInput.parse(said),
  }))
const demoAdoption = z
  .looseObject({ unitId: z.string(), author: demoAuthor, createdAt: moment, reportedAt: moment.optional() })
  .transform(({ unitId, author, createdAt, reportedAt, ...told }) => ({
    unitId,
    author,
    createdAt,
    reportedAt,
    input: adoptionInput.parse(told),
  }))

/** A card of the demo: when and by whom things were done, beside what was said in the contract's own words. */
const demoCard = z
  .looseObject({
    ref: z.string(),
    author: demoAuthor,
    createdAt: moment,
    publishedAt: moment.optional(),
    updatedAt: moment,
    origin: madeFrom.optional(),
    spotlight: z.object({ personId: z.string(), reason: z.string(), at: moment }).optional(),
    withdrawn: z.object({ reason: z.string(), at: moment }).optional(),
    comments: z.array(demoComment),
    adoptions: z.array(demoAdoption),
    reactions: z.array(z.string()),
  })
  .transform(({ origin, ...card }) => ({
    ...card,
    origin,
    input: initiativeInput.parse({ ...card, status: 'draft' }),
  }))
export type DemoCard = z.output<typeof demoCard>

const demoPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    unitId: z.string().nullable(),
    roles: z.array(role),
  })
  .array()

export const demoPeople = demoPerson.parse(people)
export type DemoPerson = (typeof demoPeople)[number]
export { taxonomy as demoTaxonomy } from '#infra/data/taxonomy.ts'
export const demoOrganisation = organisation.parse(units)
export const demoCards = (): DemoCard[] => [...cards, ...withdrawnCards].map(card => demoCard.parse(card))

import type * as z from 'zod'
import type { FieldProblem } from '#shared/contract/problem.ts'
import { mayBeAbsent } from './known.ts'

type Issue = z.core.$ZodIssue

const MESSAGES: Record<FieldProblem['code'], (max?: number) => string> = {
  required: () => 'Skriv noget her.',
  too_long: max => `Skriv højst ${max} tegn.`,
  too_many: max => `Højst ${max}.`,
  invalid: () => 'Det kan ikke bruges her. Se, hvad der kan vælges, og ret det.',
  cpr_number: () => 'Her står noget, der ligner et CPR-nummer. Slet det, så kan du gemme.',
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  )

const isCode = (code: unknown): code is FieldProblem['code'] =>
  typeof code === 'string' && Object.hasOwn(MESSAGES, code)

/** An empty choice is a wrong one where none need be made, and a missing one where one must. */
const codeOf = (issue: Issue, raw: unknown, schema: z.core.$ZodType): FieldProblem['code'] => {
  if (issue.code === 'custom' && isCode(issue.params?.code)) return issue.params.code
  if (issue.code === 'too_big' && issue.origin === 'array') return 'too_many'
  const value = valueAt(raw, issue.path)
  const isMissing = value === undefined || value === null
  return isMissing || (value === '' && !mayBeAbsent(schema, issue.path)) ? 'required' : 'invalid'
}

const maxOf = (issue: Issue): number | undefined => {
  const max: unknown =
    issue.code === 'custom' ? issue.params?.max : issue.code === 'too_big' ? issue.maximum : undefined
  return typeof max === 'number' ? max : undefined
}

/** One issue of the schema, in the contract's code and in Danish. */
export const fieldOf = (issue: Issue, raw: unknown, schema: z.core.$ZodType): FieldProblem => {
  const code = codeOf(issue, raw, schema)
  const own = issue.code === 'custom' && issue.message !== 'Invalid input' ? issue.message : undefined
  return { path: issue.path.map(String).join('.'), code, message: own ?? MESSAGES[code](maxOf(issue)) }
}

/** The sender's word, in `Portal-Not-Cpr`, that ten digits in a row are something else. */
export const saysNotCpr = (header: string | undefined): boolean => header?.toLowerCase() === 'true'

export const cprField = (path: string): FieldProblem => ({
  path,
  code: 'cpr_number',
  message: MESSAGES.cpr_number(),
})

import * as z from 'zod'
import { codePoints, hasRefusedCharacters, isBlank, normaliseLine, normaliseText } from '../rules/text.ts'

/** The codes that a field of a 422 can carry (`cpr_number` is found apart, over the whole body). */
export type FieldCode = 'required' | 'too_long' | 'too_many' | 'invalid'

const free = (normalise: (raw: string) => string, max: number) =>
  z
    .string()
    .transform((raw, context) => {
      const text = normalise(raw)
      if (hasRefusedCharacters(text)) context.addIssue({ code: 'custom', params: { code: 'invalid' } })
      else if (codePoints(text) > max) context.addIssue({ code: 'custom', params: { code: 'too_long', max } })
      return isBlank(text) ? '' : text
    })
    .meta({ type: 'string', maxLength: max })

/** Free text on one line, at most `max` code points; blank reads as ''. */
export const line = (max: number) => free(normaliseLine, max)
/** Free text over several lines, at most `max` code points; blank reads as ''. */
export const text = (max: number) => free(normaliseText, max)

type Text = ReturnType<typeof free>

/** Must say something. */
export const filled = (schema: Text) =>
  schema.refine(value => value !== '', { params: { code: 'required' } }).meta({ minLength: 1 })

/** May be left out; blank is left out too. */
export const optional = (schema: Text) => schema.nullish().transform(value => value || undefined)

/** In a PATCH: absent leaves it, null or blank clears it. */
export const clearable = (schema: Text) =>
  schema.nullish().transform(value => (value === undefined ? undefined : value || null))

/** A list of texts: empty ones and repeats are dropped, then at most `most` stay allowed. */
export const list = (item: Text, most: number) =>
  z
    .array(item)
    .max(1000)
    .transform((items, context) => {
      const kept = [...new Set(items.filter(value => value !== ''))]
      if (kept.length > most) context.addIssue({ code: 'custom', params: { code: 'too_many', max: most } })
      return kept
    })

export const time = z.iso.datetime()
export const date = z.iso.date()
export const count = z.int().nonnegative()
export const version = z.int().positive()
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

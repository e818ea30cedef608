import * as z from 'zod'

/** Every code, with its status (API.md, "Errors"). The Danish words are in `functions/platform/problem.ts`. */
export const PROBLEMS = {
  malformed_json: 400,
  unauthenticated: 401,
  forbidden: 403,
  unit_required: 403,
  csrf: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_published: 409,
  not_editable: 409,
  own_initiative: 409,
  unit_from_sign_in: 409,
  unit_chosen: 409,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  cpr_number: 422,
  idempotency_key_reused: 422,
  invalid_cursor: 422,
  if_match_required: 428,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const
export type ProblemCode = keyof typeof PROBLEMS

export const fieldProblem = z
  .object({
    path: z.string(),
    code: z.enum(['required', 'too_long', 'too_many', 'invalid', 'cpr_number']),
    message: z.string(),
  })
  .meta({ id: 'FieldProblem' })
export type FieldProblem = z.infer<typeof fieldProblem>

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    fields: z.array(fieldProblem).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>

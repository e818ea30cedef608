import { type FieldProblem, PROBLEMS, type Problem, type ProblemCode } from '#shared/contract/problem.ts'

type Words = { title: string; detail: string }

const WORDS: Record<ProblemCode, Words> = {
  malformed_json: {
    title: 'Ulæselig forespørgsel',
    detail: 'Det sendte er ikke gyldig JSON. Ret det, og send igen.',
  },
  unauthenticated: { title: 'Du er ikke logget ind', detail: 'Log ind, og prøv igen.' },
  forbidden: { title: 'Det må du ikke', detail: 'Det er enhedens egne folk, der kan gøre det. Spørg dem.' },
  unit_required: {
    title: 'Vælg din enhed først',
    detail: 'Vælg under Min profil, hvilken enhed du hører til, og prøv igen.',
  },
  csrf: { title: 'Forespørgslen kom ikke fra portalen', detail: 'Genindlæs siden, og prøv igen.' },
  not_found: {
    title: 'Findes ikke her',
    detail: 'Måske er det trukket tilbage, eller også er det ikke delt med dig. Enheden kan svare.',
  },
  method_not_allowed: {
    title: 'Det kan man ikke her',
    detail: 'Adressen findes, men ikke med den metode. Se /api/v1/docs.',
  },
  not_published: {
    title: 'Kortet er ikke udgivet',
    detail: 'Det kan man kun med et kort, der er udgivet for alle, det angår.',
  },
  not_editable: {
    title: 'Kortet kan ikke rettes nu',
    detail: 'Kortet er trukket tilbage. Udgiv det igen, før I retter det.',
  },
  own_initiative: {
    title: 'Det er jeres eget kort',
    detail: 'Genbrug er for andre enheder. Ret kortet i stedet.',
  },
  unit_from_sign_in: {
    title: 'Din enhed kommer fra din arbejdskonto',
    detail: 'Den kan ikke ændres her. Spørg IT, hvis den er forkert.',
  },
  unit_chosen: {
    title: 'Du har valgt enhed',
    detail: 'Det kan gøres én gang. Spørg en moderator, hvis den er forkert.',
  },
  conflict: { title: 'Der er sket noget imens', detail: 'Hent den nyeste udgave, og prøv igen.' },
  stale: { title: 'Nogen har rettet imens', detail: 'Hent den nyeste udgave, sammenlign, og gem igen.' },
  too_large: { title: 'Det er for meget på én gang', detail: 'Send højst 256 KiB.' },
  unsupported_media_type: {
    title: 'Forkert indholdstype',
    detail: 'Send JSON med Content-Type: application/json.',
  },
  invalid: { title: 'Noget skal rettes', detail: 'Ret de nævnte felter, og send igen.' },
  cpr_number: { title: 'Her står noget, der ligner et CPR-nummer', detail: 'Slet det, så kan du gemme.' },
  idempotency_key_reused: {
    title: 'Nøglen er brugt til noget andet',
    detail: 'Send med en ny Idempotency-Key.',
  },
  invalid_cursor: { title: 'Listen kan ikke fortsættes herfra', detail: 'Begynd forfra på listen.' },
  if_match_required: {
    title: 'Send den version, du rettede i',
    detail: 'Hent kortet, og send dets ETag med i If-Match.',
  },
  rate_limited: { title: 'Lidt for hurtigt', detail: 'Vent et øjeblik, og prøv igen.' },
  internal: { title: 'Noget gik galt hos os', detail: 'Teksten er ikke gemt her. Prøv igen om et øjeblik.' },
  unavailable: { title: 'Portalen har travlt', detail: 'Prøv igen om et øjeblik.' },
}

type Extra = { title?: string; detail?: string; fields?: FieldProblem[]; headers?: Record<string, string> }

/** The one error of the domain: a code from the contract. Nothing else is told to the outside. */
export class PortalError extends Error {
  readonly code: ProblemCode
  readonly extra: Extra
  constructor(code: ProblemCode, extra: Extra = {}) {
    super(code)
    this.name = 'PortalError'
    this.code = code
    this.extra = extra
  }
}

/** Too fast: `waitMs` until one more would be taken. RFC 9110, 10.2.3: whole seconds. */
export const rateLimited = (waitMs: number): PortalError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  const wait = seconds < 90 ? `${seconds} sekunder` : `${Math.ceil(seconds / 60)} minutter`
  return new PortalError('rate_limited', {
    detail: `Vent ${seconds === 1 ? '1 sekund' : wait}, og prøv igen.`,
    headers: { 'retry-after': `${seconds}` },
  })
}

export const fieldError = (path: string, code: FieldProblem['code'], message: string): PortalError =>
  new PortalError('invalid', { fields: [{ path, code, message }] })

export const problemOf = (error: PortalError, requestId: string): Problem => ({
  type: `/problems/${error.code}`,
  title: error.extra.title ?? WORDS[error.code].title,
  status: PROBLEMS[error.code],
  code: error.code,
  detail: error.extra.detail ?? WORDS[error.code].detail,
  requestId,
  ...(error.extra.fields ? { fields: error.extra.fields } : {}),
})

/** RFC 9457 over HTTP. */
export const problemResponse = (error: PortalError, requestId: string): Response =>
  new Response(JSON.stringify(problemOf(error, requestId)), {
    status: PROBLEMS[error.code],
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(error.code === 'rate_limited' || error.code === 'unavailable' ? { 'retry-after': '2' } : {}),
      ...error.extra.headers,
    },
  })

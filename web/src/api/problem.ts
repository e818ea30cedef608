import type { FieldProblem, Problem } from '#shared/contract/problem.ts'

/** What went wrong, in a code that pages can act on. `offline`: nothing came back at all. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly fields: readonly FieldProblem[]
  readonly title: string
  readonly requestId: string
  constructor(problem: Partial<Problem> & { code: string }) {
    super(problem.detail ?? 'Prøv igen om et øjeblik.')
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status ?? 0
    this.title = problem.title ?? 'Noget gik galt hos os'
    this.fields = problem.fields ?? []
    this.requestId = problem.requestId ?? ''
  }
}

export const offline = (): ApiProblem =>
  new ApiProblem({
    code: 'offline',
    title: 'Du er uden forbindelse',
    detail: 'Det, du skriver, bliver gemt her. Prøv igen, når du er på.',
  })

/** The page's own code did not come: no connection, or a newer portal has taken the place of this one. */
export const pageMissing = (): ApiProblem =>
  new ApiProblem({ code: 'page_missing', title: 'Siden kunne ikke hentes' })

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body

export const problemFrom = async (response: Response): Promise<ApiProblem> => {
  const body: unknown = await response.json().catch(() => undefined)
  return new ApiProblem(isProblem(body) ? body : { code: 'internal', status: response.status })
}

export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem({ code: 'internal' })

import { describeRoute } from 'hono-openapi'
import { PROBLEMS, type ProblemCode } from '#shared/contract/problem.ts'
import { HEADERS } from '#shared/rules/headers.ts'

type Description = {
  summary: string
  tag: string
  /** Names of schemas in the contract (their `meta.id`). */
  body?: string
  answer?: string
  status?: 200 | 201 | 204
  headers?: readonly (keyof typeof HEADERS)[]
  query?: Readonly<Record<string, string>>
  problems?: readonly ProblemCode[]
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const jsonOf = (name: string) => ({ 'application/json': { schema: ref(name) } })

const problemsOf = (codes: readonly ProblemCode[]) =>
  Object.fromEntries(
    [...new Set(codes.map(code => PROBLEMS[code]))].map(status => [
      status,
      {
        description: codes.filter(code => PROBLEMS[code] === status).join(', '),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  )

/** A route in the OpenAPI document: named schemas only, so that the document and the checks are the same zod. */
export const describe = ({
  summary,
  tag,
  body,
  answer,
  status = 200,
  headers = [],
  query = {},
  problems = [],
}: Description) =>
  describeRoute({
    summary,
    tags: [tag],
    parameters: [
      ...headers.map(name => ({
        name: HEADERS[name],
        in: 'header' as const,
        required: name === 'ifMatch' && status === 200,
        schema: { type: 'string' as const },
      })),
      ...Object.entries(query).map(([name, description]) => ({
        name,
        description,
        in: 'query' as const,
        schema: { type: 'string' as const },
      })),
    ],
    ...(body ? { requestBody: { required: true, content: jsonOf(body) } } : {}),
    responses: {
      [status]: {
        description: status === 204 ? 'Done' : 'OK',
        ...(answer ? { content: jsonOf(answer) } : {}),
      },
      ...problemsOf(problems),
    },
  })

import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import * as z from 'zod'
import type { Env } from '#functions/session/env.ts'
// Nothing else needs it when the portal runs, and only what is there has a name in the document.
import '#shared/contract/my-data.ts'

const ROOT = '#/components/schemas/'

/** Every schema of the contract that has a name, as JSON Schema 2020-12 (which OpenAPI 3.1 uses). */
const namedSchemas = () => {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: 'input',
    unrepresentable: 'any',
    uri: id => `${ROOT}${id}`,
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  )
}

/** The OpenAPI 3.1 document of an app, from its routes and the contract's own schemas. */
export const openApiOf = async (app: Hono<Env>) => {
  const specs = await generateSpecs(app, {
    // `openapi.json` and `initiatives.csv` are routes, not files.
    excludeStaticFile: false,
    documentation: {
      info: {
        title: 'Konkrete greb',
        version: '1',
        description: 'Units of a municipality share the moves they have tried, and adopt each other’s.',
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          session: { type: 'apiKey', in: 'cookie', name: '__Host-portal' },
        },
      },
      security: [{ bearer: [] }, { session: [] }],
    },
  })
  return { ...specs, components: { ...specs.components, schemas: namedSchemas() } }
}
export type OpenApi = Awaited<ReturnType<typeof openApiOf>>

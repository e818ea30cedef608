import { Hono } from 'hono'
import type { Env } from '#functions/session/env.ts'
import { describe } from './describe.ts'
import { docsPage } from './docs.ts'
import { type OpenApi, openApiOf } from './openapi.ts'

const tag = 'portal'

/** The OpenAPI document of an app, and a page to read it. Made when first asked for. */
export const documentationOf = (app: Hono<Env>): Hono<Env> => {
  let document: Promise<OpenApi> | undefined
  const openApi = (): Promise<OpenApi> => {
    document ??= openApiOf(app)
    return document
  }
  return new Hono<Env>()
    .get('/openapi.json', describe({ summary: 'This document', tag }), async c =>
      c.json(await openApi(), 200),
    )
    .get('/docs', describe({ summary: 'This document as a page to read', tag }), async c =>
      c.html(docsPage(await openApi())),
    )
}

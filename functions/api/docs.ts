import { html } from 'hono/html'
import type { OpenApi } from './openapi.ts'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Where a name is a schema's, a link to it; everything is escaped by `html`. */
const schemaLink = (name: string) => html`<a href="#${name}">${name}</a>`

const nameIn = (value: unknown): string | undefined =>
  /"\$ref":"#\/components\/schemas\/([A-Za-z]+)"/.exec(JSON.stringify(value) ?? '')?.[1]

/** The contract to read: server-rendered, without a script, nothing from elsewhere. */
export const docsPage = (document: OpenApi) => {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap(method => {
      const operation = item?.[method]
      return operation ? [{ path, method, operation }] : []
    }),
  )
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>API – Konkrete greb</title>
  </head>
  <body>
    <main>
      <h1>Konkrete greb: the API, version 1</h1>
      <p>
        Sign in with <code>Authorization: Bearer</code> and an access token of the portal’s OpenID provider. Errors are
        ${schemaLink('Problem')} (RFC 9457). The same as data: <a href="/api/v1/openapi.json">openapi.json</a>.
      </p>
      <h2>Operations</h2>
      ${operations.map(
        ({ path, method, operation }) => html`<section>
          <h3><code>${method.toUpperCase()} ${path}</code></h3>
          <p>${operation.summary ?? ''}</p>
          <ul>
            ${nameIn(operation.requestBody) ? html`<li>Body: ${schemaLink(nameIn(operation.requestBody) ?? '')}</li>` : ''}
            ${Object.entries(operation.responses ?? {}).map(
              ([status, response]) =>
                html`<li>
                  ${status}: ${'description' in response ? response.description : ''}
                  ${nameIn(response) ? schemaLink(nameIn(response) ?? '') : ''}
                </li>`,
            )}
          </ul>
        </section>`,
      )}
      <h2>Schemas</h2>
      ${Object.entries(document.components.schemas).map(
        ([name, schema]) => html`<section id="${name}">
          <h3>${name}</h3>
          <pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre>
        </section>`,
      )}
    </main>
  </body>
</html>`
}

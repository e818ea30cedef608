import type { Plugin } from 'esbuild'

const NAMES = [
  'initializeContext',
  'handleUnrepresentable',
  'processSchema',
  'process',
  'extractDefs',
  'finalize',
  'createToJSONSchemaMethod',
  'createStandardJSONSchemaMethod',
  'toJSONSchema',
]

const refusal =
  "const refuse = () => () => { throw new Error('JSON Schema is made when the portal is deployed') }"

/**
 * Leaves out how zod writes schemas as JSON Schema (20 KB in each bundle): every schema carries it, and only the
 * documentation asks, which is made before anything goes up.
 */
export const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup: build => {
    build.onLoad({ filter: /zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/ }, () => ({
      contents: `${refusal}
export const allProcessors = {}
export { ${NAMES.map(name => `refuse as ${name}`).join(', ')} }`,
    }))
  },
}

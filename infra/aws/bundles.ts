import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { danish } from '#functions/catalogue/search/danish.ts'
import { packDictionary } from '#functions/catalogue/search/dictionary.ts'
import { withoutElsewhere } from './without-elsewhere.ts'
import { withoutJsonSchema } from './without-json-schema.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** Each is an entry in `functions/`, and goes up alone. */
export const FUNCTIONS = ['api', 'catalogue', 'session', 'stream', 'snapshot', 'jobs'] as const
export type FunctionName = (typeof FUNCTIONS)[number]

export const HANDLER = 'index.handler'

/** Where the bundles that go up are made; tests run the same. */
export const BUNDLES = join(project, '.build/functions')

export const bundleOf = (name: FunctionName, folder = BUNDLES): string => join(folder, name, 'index.mjs')

/** Everything inside, the SDK too: a bundle is loaded faster than the runtime's own copy, and is what was tested. */
export const BUNDLE_OPTIONS: BuildOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Danish letters as they are take half the bytes.
  charset: 'utf8',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  // Some of the SDK's parts still ask for Node's modules in the old way.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  alias: {
    '@aws-sdk/credential-provider-node': './infra/aws/functions/lambda-credentials.ts',
    '@aws-sdk/endpoint-cache': './infra/aws/functions/no-endpoint-cache.ts',
    'hono-openapi': './infra/aws/functions/no-descriptions.ts',
    '#functions/catalogue/search/danish.ts': './infra/aws/functions/danish.ts',
  },
  // DynamoDB has no event streams.
  external: ['@smithy/core/event-streams'],
  plugins: [withoutJsonSchema, withoutElsewhere],
  legalComments: 'none',
  logLevel: 'error',
}

/** Those that search read the dictionary beside their bundle. */
const SEARCHING: readonly FunctionName[] = ['catalogue', 'snapshot']

/** Builds all functions into `folder`. The same sources give the same bytes. */
export const buildFunctions = async (folder = BUNDLES): Promise<void> => {
  await build({
    ...BUNDLE_OPTIONS,
    absWorkingDir: project,
    outdir: folder,
    entryPoints: FUNCTIONS.map(name => ({ in: `infra/aws/functions/${name}.ts`, out: `${name}/index` })),
  })
  const dictionary = packDictionary(danish())
  for (const name of SEARCHING) writeFileSync(join(folder, name, 'danish.txt'), dictionary)
}

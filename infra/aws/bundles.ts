import { join } from 'node:path'
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
  alias: { '@aws-sdk/credential-provider-node': './infra/aws/functions/lambda-credentials.ts' },
  // Converters for schemas in route descriptions, which ours do not hold: they name the contract's.
  external: ['zod/v4/core', 'zod-to-json-schema', 'zod-openapi'],
  legalComments: 'none',
  logLevel: 'error',
  charset: 'utf8',
  metafile: true,
} as const satisfies BuildOptions

/** Builds all functions into `folder`, and tells what each bundle is made of. The same sources give the same bytes. */
export const buildFunctions = (folder = BUNDLES) =>
  buildSync({
    ...BUNDLE_OPTIONS,
    absWorkingDir: project,
    outdir: folder,
    entryPoints: FUNCTIONS.map(name => ({ in: `infra/aws/functions/${name}.ts`, out: `${name}/index` })),
  }).metafile

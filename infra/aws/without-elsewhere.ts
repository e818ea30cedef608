import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import * as z from 'zod'

const partitions = z.object({
  partitionsInfo: z.object({ partitions: z.array(z.looseObject({ id: z.string() })) }),
})
const versioned = z.object({ version: z.string() })

/**
 * Leaves out what the SDK brings for others (9 KB in each bundle): AWS's partitions elsewhere, whose regions the
 * configuration refuses; the rest of its package file, of which it tells the version; and the limiter of a way to retry
 * that nobody chooses here.
 */
export const withoutElsewhere: Plugin = {
  name: 'without-elsewhere',
  setup: build => {
    build.onLoad({ filter: /util-endpoints\/lib\/aws\/partitions\.js$/ }, async ({ path }) => {
      const all = partitions.parse(await import(pathToFileURL(path).href)).partitionsInfo.partitions
      const ours = all.filter(({ id }) => id === 'aws').map(one => ({ ...one, regions: {} }))
      return { contents: `export const partitionsInfo = ${JSON.stringify({ partitions: ours })}` }
    })
    build.onLoad({ filter: /client-dynamodb\/package\.json$/ }, async ({ path }) => {
      const { version } = versioned.parse(JSON.parse(await readFile(path, 'utf8')))
      return { contents: JSON.stringify({ version }), loader: 'json' }
    })
    build.onLoad({ filter: /util-retry\/DefaultRateLimiter\.js$/ }, () => ({
      contents: 'export class DefaultRateLimiter {}',
    }))
  },
}

import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import type {} from 'vite/types/metadata.d.ts'

type Chunk = Rolldown.OutputChunk

const ENTRY = '/web/src/main.tsx'
const FIRST_PAGE = '/opdag-page.tsx'

const buildInMemory = async (): Promise<(Chunk | Rolldown.OutputAsset)[]> => {
  const result = await build({
    configFile: fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url)),
    build: { write: false },
    logLevel: 'error',
  })
  const outputs = Array.isArray(result) ? result : [result]
  return outputs.flatMap(one => ('output' in one ? one.output : []))
}

/** Bytes as they are served: text in brotli, fonts as they are, which is brotli inside. */
const servedSize = (name: string, content: string | Uint8Array): number =>
  name.endsWith('.woff2') ? Buffer.byteLength(content) : brotliCompressSync(content).length

/** What one lazy part needs beside what every address needs. */
export type LazyPart = { source: string; bytes: number }

/** The web as it is built now: what the first view (Opdag) takes, and what each lazy part adds. Bytes as served. */
export const measureBundle = async () => {
  const output = await buildInMemory()
  const chunks = new Map(output.flatMap(one => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])))
  const sizes = new Map(
    output.map(one => [one.fileName, servedSize(one.fileName, one.type === 'chunk' ? one.code : one.source)]),
  )
  const sizeOf = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0)

  /** A chunk with all that it cannot run without, styles too. */
  const filesOf = (chunk: Chunk | undefined, files = new Set<string>()): Set<string> => {
    if (!chunk || files.has(chunk.fileName)) return files
    files.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const name of chunk.imports) filesOf(chunks.get(name), files)
    return files
  }

  const all = [...chunks.values()]
  const withModule = (ending: string): Chunk => {
    const found = all.find(chunk => chunk.moduleIds.some(id => id.endsWith(ending)))
    if (!found) throw new Error(`There is no ${ending}`)
    return found
  }
  const entry = filesOf(withModule(ENTRY))
  const first = new Set([...entry, ...filesOf(withModule(FIRST_PAGE))])
  const parts = all.filter(chunk => chunk.isDynamicEntry && !entry.has(chunk.fileName))
  const ending = (suffix: string) => [...first].filter(name => name.endsWith(suffix))
  return {
    first: {
      js: sizeOf(ending('.js')),
      css: sizeOf(ending('.css')),
      fonts: sizeOf([...sizes.keys()].filter(name => name.endsWith('.woff2'))),
    },
    lazy: parts.map((chunk): LazyPart => {
      const added = [...filesOf(chunk)].filter(name => !entry.has(name))
      return { source: chunk.facadeModuleId?.split('/web/src/').at(-1) ?? chunk.name, bytes: sizeOf(added) }
    }),
    /** Every module that reaches the browser. */
    modules: all.flatMap(chunk => chunk.moduleIds),
  }
}

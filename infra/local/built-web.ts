import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'

const compress = promisify(brotliCompress)
const TEXT = /\.(html|js|css|svg|json|webmanifest|txt)$/

type File = { body: Buffer; type: string; immutable: boolean; brotli: () => Promise<Buffer> }

const load = async (root: string): Promise<Map<string, File>> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = new Map<string, File>()
  for (const entry of entries.filter(one => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const body = await readFile(path)
    const address = `/${relative(root, path).split(sep).join('/')}`
    let packed: Promise<Buffer> | undefined
    files.set(address, {
      body,
      type: getMimeType(address) ?? 'application/octet-stream',
      immutable: address.startsWith('/assets/'),
      brotli: () => {
        packed ??= compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
        return packed
      },
    })
  }
  return files
}

/** The built web: assets for ever, the page itself never kept, any address of the app answered by the page. */
export const createStaticFiles = async (root: string) => {
  const files = await load(root)
  const page = files.get('/index.html')
  const app = new Hono()
  app.get('*', async c => {
    const asked = files.get(c.req.path === '/' ? '/index.html' : c.req.path)
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html')
    const file = asked ?? (wantsPage ? page : undefined)
    if (!file) return c.text('Findes ikke', 404)
    c.header('Content-Type', file.type)
    c.header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('Vary', 'Accept-Encoding')
    const path = asked ? c.req.path : '/index.html'
    const packs = TEXT.test(path === '/' ? '/index.html' : path) && (c.req.header('accept-encoding') ?? '').includes('br')
    if (packs) c.header('Content-Encoding', 'br')
    return c.body(new Uint8Array(packs ? await file.brotli() : file.body))
  })
  return { app, page: page?.body.toString('utf8') ?? '' }
}

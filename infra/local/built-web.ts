import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { SECURITY_HEADERS } from '#functions/platform/security-headers.ts'
import { lookOf, type Web } from './web.ts'

const compress = promisify(brotliCompress)
const TEXT = /\.(html|js|css|svg|json|webmanifest|txt)$/
/** Assets carry a hash of their content in their name. */
export const FOR_EVER = 'public, max-age=31536000, immutable'
export const isForEver = (address: string): boolean => address.startsWith('/assets/')

type File = {
  body: Uint8Array<ArrayBuffer>
  brotli?: Uint8Array<ArrayBuffer>
  type: string
  etag: string
  keep: string
}

const load = async (path: string, address: string): Promise<File> => {
  const body = await readFile(path)
  const packed = TEXT.test(address)
    ? await compress(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
    : undefined
  return {
    body: new Uint8Array(body),
    ...(packed ? { brotli: new Uint8Array(packed) } : {}),
    type: getMimeType(address) ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    keep: isForEver(address) ? FOR_EVER : 'no-cache',
  }
}

const loadAll = async (root: string): Promise<Map<string, File>> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile())
    .map(async entry => {
      const path = join(entry.parentPath, entry.name)
      const address = `/${relative(root, path).split(sep).join('/')}`
      return [address, await load(path, address)] as const
    })
  return new Map(await Promise.all(files))
}

/** The built web, compressed once: assets for ever, the page asked for each time, any address of the app answered by a page. */
export const createBuiltWeb = async (root: string): Promise<Web> => {
  const files = await loadAll(root)
  const frontPage = files.get('/index.html')
  const page = files.get('/app.html')
  const app = new Hono()
  app.get('*', c => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value)
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html')
    const isFront = c.req.path === '/' && Object.keys(c.req.query()).length === 0
    const anyPage = wantsPage || c.req.path === '/' ? page : undefined
    const file = isFront ? frontPage : (files.get(c.req.path) ?? anyPage)
    if (!file) return c.text('Findes ikke', 404)
    c.header('Cache-Control', file.keep)
    c.header('ETag', file.etag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
    c.header('Content-Type', file.type)
    const packed = /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? file.brotli : undefined
    if (packed) c.header('Content-Encoding', 'br')
    return c.body(packed ?? file.body)
  })
  app.all('*', c => c.text('Findes ikke', 404))
  return { handle: getRequestListener(app.fetch), look: lookOf(new TextDecoder().decode(page?.body)) }
}

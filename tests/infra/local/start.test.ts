import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessTokenFor } from '#infra/local/access-token.ts'
import { startProcess } from '#tests/support/started.ts'

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'portal-start-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

/** One sentence on the way out, and 1 for whoever started it. */
const refusal = async (options: Parameters<typeof startProcess>[0]): Promise<string> => {
  const portal = await startProcess(options)
  expect(await portal.ended).toBe(1)
  const { out, err } = portal.said()
  expect(out).toBe('')
  return err
}

describe('a start that cannot be says why in one sentence', () => {
  test('the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = String(typeof address === 'object' && address ? address.port : 0)
    const said = await refusal({ env: { PORT: port, DATA_DIR: join(scratch, 'taken') } })
    expect(said).toBe(
      `Port ${port} er optaget. Stop det, der bruger den, eller vælg en anden: PORT=3001 npm start\n`,
    )
    other.close()
  })

  test('PORT is no port', async () => {
    const said = await refusal({ env: { PORT: 'tolv', DATA_DIR: join(scratch, 'twelve') } })
    expect(said).toBe('PORT skal være et tal mellem 1 og 65535, ikke »tolv«.\n')
  })

  test('the data directory cannot be written', async () => {
    await writeFile(join(scratch, 'file'), '')
    const below = join(scratch, 'file', 'data')
    const said = await refusal({ env: { DATA_DIR: below } })
    expect(said).toBe(`Portalen kan ikke skrive i ${below}. Vælg en anden mappe med DATA_DIR.\n`)
  })

  test('the directory is somebody else’s', async () => {
    const theirs = join(scratch, 'theirs')
    await mkdir(join(theirs, 'db'), { recursive: true })
    const said = await refusal({ args: ['--fresh'], env: { DATA_DIR: theirs } })
    expect(said).toMatch(/^\S+theirs ligner ikke portalens mappe, så den bliver ikke rørt\. .+\n$/)
    expect(await readdir(theirs)).toEqual(['db'])
  })

  test('nothing is built and the tools to build are missing', async () => {
    const project = join(scratch, 'project')
    await mkdir(join(project, 'node_modules'), { recursive: true })
    for (const part of ['package.json', 'tsconfig.json', 'shared', 'functions', 'infra'])
      await cp(join(PROJECT, part), join(project, part), { recursive: true })
    for (const name of await readdir(join(PROJECT, 'node_modules')))
      if (name !== 'vite')
        await symlink(join(PROJECT, 'node_modules', name), join(project, 'node_modules', name))
    const said = await refusal({ project, env: { DATA_DIR: join(scratch, 'unbuilt') } })
    expect(said).toMatch(/Webdelen kunne ikke bygges, så der er intet at vise\. Kør »npm ci« .+\n$/)
  })
})

const running = async (options: Parameters<typeof startProcess>[0]) => {
  const portal = await startProcess(options)
  const { out, err } = portal.said()
  if (!out.includes(portal.origin)) throw new Error(`It did not start: ${err}`)
  return portal
}

describe('what was acknowledged is there', () => {
  const KILL_AFTER = 25
  type Card = { id: string; title: string; status: string }
  type List = { items: Card[]; total: number }

  /** Speaks to a portal as a script of Mette's. */
  const scriptOf = async (origin: string) => {
    const authorization = `Bearer ${await accessTokenFor(origin, 'per_mette')}`
    const read = async (path: string): Promise<unknown> =>
      (await fetch(`${origin}/api/v1${path}`, { headers: { authorization } })).json()
    const write = (title: string) =>
      fetch(`${origin}/api/v1/initiatives`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ title }),
      })
    return { read, write }
  }
  const cardOf = (body: unknown): Card => Object.assign({ id: '', title: '', status: '' }, body)
  const listOf = (body: unknown): List => Object.assign({ items: [], total: 0 }, body)

  test('kill -9 in the middle of writing loses nothing; starting again changes nothing; --fresh begins anew', async () => {
    const DATA_DIR = join(scratch, 'data')
    const first = await running({ args: ['--empty'], env: { DATA_DIR } })
    const { write } = await scriptOf(first.origin)
    const acknowledged: Card[] = []
    let killed = false
    const writeOn = async (writer: number): Promise<void> => {
      for (let number = 0; !killed; number++) {
        const response = await write(`Kort ${writer}.${number}`).catch(() => undefined)
        if (response?.status !== 201) return
        // Read to its end, or it was not told.
        const body: unknown = await response.json().catch(() => undefined)
        if (body !== undefined) acknowledged.push(cardOf(body))
        if (acknowledged.length >= KILL_AFTER && !killed) {
          killed = true
          void first.kill('SIGKILL')
        }
      }
    }
    await Promise.all([1, 2, 3, 4].map(writeOn))
    expect(await first.ended).toBe(null)
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILL_AFTER)

    const second = await running({ env: { DATA_DIR } })
    const after = await scriptOf(second.origin)
    for (const { id, title } of acknowledged)
      expect(cardOf(await after.read(`/initiatives/${id}`))).toMatchObject({ id, title, status: 'draft' })
    const drafts = listOf(await after.read('/catalogue?status=draft&limit=100'))
    const published = listOf(await after.read('/catalogue?limit=100'))
    expect(published.total).toBe(32)
    expect(await second.kill('SIGTERM')).toBe(0)

    const third = await running({ env: { DATA_DIR } })
    const again = await scriptOf(third.origin)
    expect(listOf(await again.read('/catalogue?status=draft&limit=100'))).toEqual(drafts)
    expect(listOf(await again.read('/catalogue?limit=100'))).toEqual(published)
    const other = await startProcess({ env: { DATA_DIR } })
    expect(await other.ended).toBe(1)
    expect(other.said().err).toBe(
      `Der kører allerede en portal på ${third.origin} med samme mappe (${DATA_DIR}). Stop den, eller vælg en anden mappe med DATA_DIR.\n`,
    )
    expect(await third.kill('SIGTERM')).toBe(0)

    const fresh = await running({ args: ['--fresh', '--empty'], env: { DATA_DIR } })
    const anew = await scriptOf(fresh.origin)
    expect(listOf(await anew.read('/catalogue?limit=100')).total).toBe(0)
    expect(listOf(await anew.read('/catalogue?status=draft&limit=100')).total).toBe(0)
    expect(await fresh.kill('SIGTERM')).toBe(0)
  })
})

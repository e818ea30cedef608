import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HUES, LOOK } from '#functions/catalogue/window/look.ts'
import { SIGNS } from '#functions/catalogue/window/signs.ts'
import { ENV } from '#functions/platform/config.ts'
import { demoCards, demoPeople } from '#infra/local/demo/data.ts'
import { demoInitiativeId } from '#infra/local/demo/derived-ids.ts'
import { publicInitiative, publicItems } from '#shared/contract/public.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { publish, seenOf } from '#tests/support/cards.ts'
import { refused } from '#tests/support/person.ts'
import { startPortal } from '#tests/support/portal.ts'
import { startTown } from '#tests/support/town.ts'

type Portal = Awaited<ReturnType<typeof startPortal>>

const cards = demoCards().filter(card => card.publishedAt !== undefined && card.withdrawn === undefined)
const idOf = (ref: string): string => {
  const card = cards.find(one => one.ref === ref)
  return card ? demoInitiativeId(card.ref, card.createdAt) : ''
}
const open = cards.filter(card => card.input.visibility === 'public').map(card => idOf(card.ref))
const closed = cards.filter(card => card.input.visibility !== 'public').map(card => idOf(card.ref))

/** A contact that is a person has a title after a comma; else it is a unit. */
const namedIn = (contact = ''): string[] => (contact.includes(',') ? [contact] : [])

/** Words that only persons have written or that name them. */
const personal = [
  ...demoPeople.map(person => person.name),
  ...demoCards().flatMap(card => card.comments.map(comment => comment.input.text)),
  ...demoCards().flatMap(card => card.adoptions.flatMap(({ input }) => input.outcomeText ?? [])),
  ...demoCards().flatMap(card => namedIn(card.input.contact)),
  ...demoCards().flatMap(card => card.spotlight?.reason ?? []),
]

describe('The open window', () => {
  let portal: Portal
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${portal.origin}${path}`, { headers: { accept: 'text/html', ...headers } })
  const text = async (path: string) => (await get(path)).text()

  beforeAll(async () => {
    portal = await startPortal({ cards: true })
  })
  afterAll(() => portal.stop())

  test('says that a header is unreadable, not that the portal is broken', async () => {
    expect((await get('/aaben', { 'portal-seen': 'zzz' })).status).toBe(422)
  })

  test.each(['POST', 'PUT', 'DELETE'])('is there to be looked through: %s is refused', async method => {
    const answer = await fetch(`${portal.origin}/aaben`, { method })
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
    await refused(answer, 'method_not_allowed')
  })

  test('shows every public card, and no other', async () => {
    const page = await text('/aaben')
    expect(open.length).toBeGreaterThan(2)
    for (const id of open) expect(page).toContain(`href="/aaben/${id}"`)
    for (const id of closed) {
      expect(page).not.toContain(id)
      expect((await get(`/aaben/${id}`)).status).toBe(404)
    }
  })

  test('names no person and tells nothing of the talk, in any form', async () => {
    const paths = ['/aaben', '/aaben/atom.xml', '/aaben/sitemap.xml', '/api/v1/public/initiatives']
    const each = open.flatMap(id => [
      `/aaben/${id}`,
      `/aaben/${id}/billede.svg`,
      `/aaben/${id}/billede.png`,
      `/api/v1/public/initiatives/${id}`,
    ])
    for (const path of [...paths, ...each]) {
      const response = await get(path)
      expect(response.status).toBe(200)
      const body = await response.text()
      for (const words of personal) expect(body).not.toContain(words)
      expect(body).not.toMatch(/per_|"author"|"contact"|"reactions"|"comments"|"spotlight"/)
    }
  })

  test('needs no script, and says what it is to search engines and to whom it is shared with', async () => {
    const [id = ''] = open
    const response = await get(`/aaben/${id}`)
    const page = await response.text()
    expect(page).not.toMatch(/<script| on[a-z]+=| style=/)
    expect(page).toContain(`<link rel="canonical" href="${portal.origin}/aaben/${id}" />`)
    expect(page).toMatch(/<title>[^<]+ – Konkrete greb<\/title>/)
    expect(page).toMatch(/<meta name="description" content="[^"]{20,}" \/>/)
    expect(page).toContain(`<meta property="og:image" content="${portal.origin}/aaben/${id}/billede.svg" />`)
    // Most readers show PNG only: it comes first.
    const pictures = [...page.matchAll(/property="og:image" content="([^"]+)"/g)].map(
      ([, address]) => address,
    )
    expect(pictures).toEqual(['png', 'svg'].map(kind => `${portal.origin}/aaben/${id}/billede.${kind}`))
    for (const [at, type] of ['image/png', 'image/svg+xml; charset=utf-8'].entries()) {
      const picture = await fetch(pictures[at] ?? '')
      expect(picture.headers.get('content-type')).toBe(type)
      expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    }
    expect((await get(`/aaben/${closed[0]}/billede.png`)).status).toBe(404)
    expect(response.headers.get('cache-control')).toBe('public, max-age=60')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    const etag = response.headers.get('etag') ?? ''
    expect((await get(`/aaben/${id}`, { 'if-none-match': etag })).status).toBe(304)
  })

  test('is found by robots through its sitemap, and nothing else is', async () => {
    const robots = await text('/robots.txt')
    expect(robots).toContain('Allow: /aaben\n')
    expect(robots).toContain('Disallow: /\n')
    expect(robots).toContain(`Sitemap: ${portal.origin}/aaben/sitemap.xml`)
    const sitemap = await text('/aaben/sitemap.xml')
    expect(sitemap.match(/<loc>/g)).toHaveLength(open.length + 1)
  })

  test('can be followed in a news reader', async () => {
    const response = await get('/aaben/atom.xml')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect((await response.text()).match(/<entry>/g)).toHaveLength(open.length)
  })

  test('answers scripts in the contract’s shapes, a page at a time', async () => {
    const first = publicItems.parse(await (await get('/api/v1/public/initiatives?limit=2')).json())
    expect(first.items).toHaveLength(2)
    const rest = publicItems.parse(
      await (await get(`/api/v1/public/initiatives?limit=100&cursor=${first.nextCursor}`)).json(),
    )
    expect([...first.items, ...rest.items].map(item => item.id).sort()).toEqual([...open].sort())
    const one = await get(`/api/v1/public/initiatives/${open[0]}`)
    expect(publicInitiative.strict().parse(await one.json())).toMatchObject({ visibility: 'public' })
    expect((await get(`/api/v1/public/initiatives/${closed[0]}`)).status).toBe(404)
    expect((await get('/api/v1/public/initiatives?cursor=nej')).status).toBe(422)
  })

  test('what does not exist is a page that says so', async () => {
    for (const path of ['/aaben/findes-ikke', '/aaben?side=99', '/aaben?side=x', '/aaben/a/b/c']) {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('<h1>Findes ikke her</h1>')
    }
  })
})

describe('A card that is withdrawn', () => {
  test('is gone from the window, its pictures, feed and sitemap at once', async () => {
    const { portal, mette } = await startTown()
    const card = await publish(mette, { visibility: 'public', title: 'Ringetiden' })
    const { id } = card
    const there = { headers: { [HEADERS.seen]: seenOf(card) } }
    expect((await fetch(`${portal.origin}/aaben/${id}`, there)).status).toBe(200)
    const reason = { reason: 'Vi har fundet noget bedre.' }
    const gone = await mette.send('POST', `/initiatives/${id}/withdraw`, reason)
    const seen = { [HEADERS.seen]: gone.headers.get(HEADERS.seen) ?? '' }
    const get = (path: string) => fetch(`${portal.origin}${path}`, { headers: seen })
    for (const path of ['', '/billede.png', '/billede.svg']) {
      const answer = await get(`/aaben/${id}${path}`)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
    }
    for (const path of ['/aaben', '/aaben/atom.xml', '/aaben/sitemap.xml'])
      expect(await (await get(path)).text()).not.toContain(id)
    await portal.stop()
  })
})

describe('While the window is shut', () => {
  let portal: Portal
  beforeAll(async () => {
    portal = await startPortal({ cards: true, env: { [ENV.openWindow]: 'false' } })
  })
  afterAll(() => portal.stop())

  test('every address of it is 404, and robots are told to stay away', async () => {
    const paths = ['/aaben', `/aaben/${open[0]}`, '/aaben/atom.xml', '/aaben/sitemap.xml', '/aaben/look.css']
    for (const path of [...paths, '/api/v1/public/initiatives', `/api/v1/public/initiatives/${open[0]}`]) {
      expect((await fetch(`${portal.origin}${path}`)).status).toBe(404)
    }
    const robots = await (await fetch(`${portal.origin}/robots.txt`)).text()
    expect(robots).toBe('User-agent: *\nDisallow: /\n')
  })
})

describe('The window’s look', () => {
  const styles = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../../web/src/${name}`, import.meta.url)), 'utf8')

  test('has the portal’s own colours and signs', () => {
    const tokens = styles('styles/tokens.css')
    for (const [, name, value] of LOOK.matchAll(/(--[a-z]+): (light-dark\([^)]+\))/g)) {
      expect(tokens).toContain(`${name}: ${value}`)
    }
    const sprite = styles('ui/sprite.svg')
    for (const [area, [light, dark]] of Object.entries(HUES)) {
      expect(tokens).toContain(`--area-${area}: light-dark(${light}, ${dark})`)
      expect(sprite).toContain(`<symbol id="a-${area}" viewBox="0 0 24 24">${SIGNS[area]}</symbol>`)
    }
  })
})

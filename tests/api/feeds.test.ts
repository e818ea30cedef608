import { afterAll, describe, expect, test } from 'vitest'
import { feedAddresses } from '#shared/contract/feed.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { publish } from '#tests/support/cards.ts'
import { setClock } from '#tests/support/clock.ts'
import { type Person, refused } from '#tests/support/person.ts'
import { startInstance } from '#tests/support/portal.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, asger, lis, torben, nadia } = await startTown()
afterAll(() => portal.stop())

const made = async (who: Person) => {
  const answer = await who.send('POST', '/me/feed')
  expect(answer.status).toBe(201)
  return feedAddresses.strict().parse(await answer.json())
}
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${portal.origin}${path}`, { headers })

/** A read that sees everything this person wrote, so that the feed does too. */
const settled = async (write: Response): Promise<void> => {
  const seen = { [HEADERS.seen]: write.headers.get(HEADERS.seen) ?? '' }
  await lis.send('GET', '/catalogue', undefined, seen)
}

describe('A person’s own feed', () => {
  test('shows what that person sees, the newest and the spotlighted, without signing in', async () => {
    const ours = await publish(mette, { title: 'Kun for os', visibility: 'unit' })
    const all = await publish(mette, { title: 'For hele kommunen & flere' })
    await settled(await torben.send('PUT', `/initiatives/${all.id}/spotlight`, { reason: 'Se <her>.' }))
    const [own, others] = [await made(asger), await made(lis)]

    const atom = await get(own.atom)
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const text = await atom.text()
    expect(text).toContain('<title>For hele kommunen &amp; flere</title>')
    expect(text).toContain('<category term="Fremhævet" />')
    expect(text).toContain('»Se &lt;her&gt;.«')
    expect(text).toContain(`${portal.origin}/greb/${ours.id}`)
    expect(await (await get(others.atom)).text()).not.toContain(ours.id)

    const json = await get(own.json)
    expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    const feed = await json.json()
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'da' })
    expect(feed.items.find((item: { url: string }) => item.url.endsWith(all.id))).toMatchObject({
      title: 'For hele kommunen & flere',
      tags: ['Fremhævet'],
      authors: [{ name: 'Børne- og Ungemyndighed' }],
    })
    const unchanged = { 'if-none-match': json.headers.get('etag') ?? '' }
    expect((await get(own.json, unchanged)).status).toBe(304)
  })

  test('has one address: a new one replaces it, and it can be revoked', async () => {
    const first = await made(lis)
    const second = await made(lis)
    await refused(get(first.atom), 'not_found')
    expect((await get(second.atom)).status).toBe(200)
    expect(await (await lis.send('GET', '/me')).json()).toHaveProperty('feedSince')
    for (let time = 0; time < 2; time++) expect((await lis.send('DELETE', '/me/feed')).status).toBe(204)
    await refused(get(second.atom), 'not_found')
    await refused(get(second.json), 'not_found')
    expect(await (await lis.send('GET', '/me')).json()).not.toHaveProperty('feedSince')
  })

  test('is opened by its own secret only, and keeps no more than a hash of it', async () => {
    const { atom } = await made(lis)
    const other = (await made(asger)).atom
    const secretOf = (path: string) => path.split('/').at(-2) ?? ''
    await refused(get(atom.replace(secretOf(atom), secretOf(other))), 'not_found')
    await refused(get(atom.replace('per_lis', 'per_asger')), 'not_found')
    await refused(get(atom.replace('per_lis', 'ingen')), 'not_found')
    const row = await portal.store.persons.find('per_lis')
    expect(JSON.stringify(row)).not.toContain(secretOf(atom))
  })

  test('stops after a year', async () => {
    const { atom } = await made(lis)
    const at = async (days: number) => {
      const clock = setClock(Date.now() + days * 24 * 60 * 60 * 1000)
      const instance = startInstance(portal, clock.now)
      const answer = await instance.fetch(`${portal.origin}${atom}`)
      instance.stop()
      return answer.status
    }
    expect(await at(364)).toBe(200)
    expect(await at(366)).toBe(404)
  })

  test('is for those who have a unit', async () => {
    await refused(nadia.send('POST', '/me/feed'), 'unit_required')
  })
})

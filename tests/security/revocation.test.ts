import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoPeople } from '#infra/local/demo/data.ts'
import { signInAs } from '#tests/support/cookies.ts'
import { createPerson, refused } from '#tests/support/person.ts'
import { startInstance, startPortal } from '#tests/support/portal.ts'

const MINUTE = 60_000
let portal: Awaited<ReturnType<typeof startPortal>>
let ahead = 0
const clock = () => Date.now() + ahead

beforeAll(async () => {
  portal = await startPortal({ clock })
})
afterAll(() => portal.stop())
beforeEach(() => {
  ahead = 0
})

const withToken = async (id: string) => createPerson(portal.origin, id, await portal.tokenFor(id))

describe('Taken away in the portal: within a minute, for tokens too', () => {
  test('a person who is blocked, and let in again', async () => {
    const [sofie, lis] = [await withToken('per_sofie'), await withToken('per_lis')]
    const browser = await signInAs(portal.origin, 'per_lis')
    expect([(await lis.send('GET', '/me')).status, (await browser('/api/v1/me')).status]).toEqual([200, 200])
    expect(
      (await sofie.send('PUT', '/persons/per_lis/block', { reason: 'Kontoen er lånt ud.' })).status,
    ).toBe(204)
    ahead += MINUTE
    const problem = await refused(lis.send('GET', '/me'), 'unauthenticated')
    expect(problem.title).toBe('Din adgang er spærret')
    await refused(browser('/api/v1/me'), 'unauthenticated')
    expect((await sofie.send('DELETE', '/persons/per_lis/block')).status).toBe(204)
    ahead += MINUTE
    expect((await lis.send('GET', '/me')).status).toBe(200)
  })

  test('a blocked person cannot sign in anew', async () => {
    const sofie = await withToken('per_sofie')
    await sofie.send('PUT', '/persons/per_mie/block', { reason: 'Kontoen er lånt ud.' })
    await expect(signInAs(portal.origin, 'per_mie')).rejects.toThrow('403')
    await sofie.send('DELETE', '/persons/per_mie/block')
  })

  test('all sessions ended: those and the tokens from before, not those from after', async () => {
    const [sofie, asger] = [await withToken('per_sofie'), await withToken('per_asger')]
    const browser = await signInAs(portal.origin, 'per_asger')
    ahead += 2000
    expect((await sofie.send('DELETE', '/persons/per_asger/sessions')).status).toBe(204)
    ahead += MINUTE
    await refused(asger.send('GET', '/me'), 'unauthenticated')
    await refused(browser('/api/v1/me'), 'unauthenticated')
    const again = await signInAs(portal.origin, 'per_asger')
    expect((await again('/api/v1/me')).status).toBe(200)
  })

  test('another instance hears of it within a minute', async () => {
    const other = startInstance(portal, clock)
    const [sofie, malene] = [await withToken('per_sofie'), await withToken('per_malene')]
    expect((await malene.at(other.fetch).send('GET', '/me')).status).toBe(200)
    await sofie.send('PUT', '/persons/per_malene/block', { reason: 'Kontoen er lånt ud.' })
    ahead += MINUTE
    await refused(malene.at(other.fetch).send('GET', '/me'), 'unauthenticated')
    other.stop()
  })

  test('a unit that was reset: no more writes in its name', async () => {
    const [sofie, nadia] = [await withToken('per_sofie'), await withToken('per_nadia')]
    await nadia.send('PATCH', '/me', { unitId: 'bibliotekerne' })
    expect((await nadia.send('POST', '/initiatives', { title: 'Ét skema' })).status).toBe(201)
    await sofie.send('DELETE', '/persons/per_nadia/unit')
    await refused(nadia.send('POST', '/initiatives', { title: 'Ét skema' }), 'unit_required')
  })
})

describe('Taken away at the provider: when the session is renewed, at most a quarter of an hour later', () => {
  const birthe = demoPeople.find(person => person.id === 'per_birthe')
  const rolesOf = async (response: Promise<Response>) => (await (await response).json()).roles

  test('a role, while nobody waits for the provider before ten minutes', async () => {
    if (!birthe) throw new Error('Birthe is not in the demo')
    const browser = await signInAs(portal.origin, 'per_birthe')
    expect(await rolesOf(browser('/api/v1/me'))).toContain('director')
    const before = [...birthe.roles]
    birthe.roles.splice(0, birthe.roles.length, 'employee')
    try {
      ahead += 9 * MINUTE
      expect(await rolesOf(browser('/api/v1/me'))).toContain('director')
      ahead += 6 * MINUTE
      expect(await rolesOf(browser('/api/v1/me'))).toEqual(['employee'])
    } finally {
      birthe.roles.splice(0, birthe.roles.length, ...before)
    }
  })

  test('many requests at once ask once, and all are answered', async () => {
    const browser = await signInAs(portal.origin, 'per_birthe')
    for (let renewal = 0; renewal < 3; renewal++) {
      ahead += 16 * MINUTE
      const answers = await Promise.all(Array.from({ length: 8 }, () => browser('/api/v1/me')))
      expect(answers.map(answer => answer.status)).toEqual(Array(8).fill(200))
    }
  })

  test('an account that is gone there ends the session here', async () => {
    const browser = await signInAs(portal.origin, 'per_torben')
    const at = demoPeople.findIndex(person => person.id === 'per_torben')
    const [torben] = demoPeople.splice(at, 1)
    try {
      ahead += 16 * MINUTE
      await refused(browser('/api/v1/me'), 'unauthenticated')
      await refused(browser('/api/v1/me'), 'unauthenticated')
    } finally {
      if (torben) demoPeople.splice(at, 0, torben)
    }
  })

  test('what it takes to ask again is not to be read in the table', async () => {
    await signInAs(portal.origin, 'per_lis')
    for await (const rows of portal.store.personal.everything()) {
      for (const row of rows.filter(one => one.kind === 'session' && one.refresh !== undefined)) {
        expect(String(row.refresh)).toMatch(/^[\w-]{60,}$/)
        expect(JSON.stringify(row)).not.toContain('refresh_token')
      }
    }
  })
})

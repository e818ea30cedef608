import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LogFields, Logger } from '#functions/platform/logger.ts'
import { createPerson, type Person } from '#tests/support/person.ts'
import { type Instance, startInstance, startPortal } from '#tests/support/portal.ts'
import { type MatrixCard, makeCards, restore } from './matrix/cards.ts'
import { type Cell, type Relation, sees } from './matrix/oracle.ts'
import { CARD_ROUTES, OTHER_ROUTES, WITHOUT_UNIT } from './matrix/routes.ts'

type Viewer = {
  name: string
  person: Person | undefined
  unitId: string | undefined
  areaId: string | undefined
  isDirector: boolean
  isModerator: boolean
}

const ADOPTER_UNIT = 'bibliotekerne'
const WINDOW = ['/aaben', '/aaben/sitemap.xml', '/aaben/atom.xml', '/robots.txt']

let portal: Awaited<ReturnType<typeof startPortal>>
let instance: Instance
let viewers: Viewer[]
/** Each maker's cards, by the maker's name. */
const made = new Map<string, MatrixCard[]>()
/** Everybody is tried against these two's cards, and against their own. */
const FOREIGN = ['maker', 'other maker']
const lines: string[] = []
let cells = 0

const line = (event: string, fields?: LogFields) => void lines.push(JSON.stringify([event, fields]))
const logger: Logger = { info: line, error: line }

beforeAll(async () => {
  portal = await startPortal({ logger })
  instance = startInstance(portal, undefined, logger)
  const person = async (id: string) =>
    createPerson(portal.origin, id, await portal.tokenFor(id), instance.fetch)
  const as = async (name: string, id?: string, place: readonly [string, string] | [] = [], more = {}) => {
    const [unitId, areaId] = place
    const who = id === undefined ? undefined : await person(id)
    return { name, person: who, unitId, areaId, isDirector: false, isModerator: false, ...more }
  }
  const myndighed = ['boernemyndighed', 'boern-familie'] as const
  viewers = await Promise.all([
    as('anonymous'),
    as('maker', 'per_mette', myndighed),
    as('same unit', 'per_asger', myndighed),
    as('other maker', 'per_malene', ['plejecenter-kildevang', 'sundhed-omsorg']),
    as('same area', 'per_susanne', ['hjemmeplejen-vest', 'sundhed-omsorg']),
    as('other area', 'per_lis', ['oekonomi', 'stabe']),
    as('without unit', 'per_nadia'),
    as('unit that is gone', 'per_aase'),
    as('director', 'per_birthe', ['sekretariat', 'stabe'], { isDirector: true }),
    as('moderator', 'per_sofie', ['kommunikation', 'stabe'], { isModerator: true }),
  ])
  const adopter = await person('per_mie')
  const moderator = await person('per_sofie')
  const makeFor = (owner: Person) =>
    makeCards(instance.store, { owner, adopter, adopterUnit: ADOPTER_UNIT, moderator })
  for (const { name, person: owner, unitId } of viewers) {
    if (owner && unitId !== undefined && name !== 'same unit') made.set(name, await makeFor(owner))
  }
})
afterAll(async () => {
  instance.stop()
  await portal.stop()
  console.log(`access matrix: ${cells} cells`)
})

const ask = (viewer: Viewer, method: string, path: string, body?: unknown, headers = {}) =>
  viewer.person
    ? viewer.person.send(method, path, body, headers)
    : instance.fetch(`${portal.origin}/api/v1${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })

const relationTo = (viewer: Viewer, owner: Viewer): Relation => {
  if (viewer.unitId === undefined) return 'none'
  if (viewer.unitId === owner.unitId) return 'unit'
  return viewer.areaId === owner.areaId ? 'area' : 'other'
}

type Tried = { owner: string; card: MatrixCard; cell: Cell }

/** Every card there is, as this viewer stands to it. */
const all = (viewer: Viewer): Tried[] =>
  viewers.flatMap(owner =>
    (made.get(owner.name) ?? []).map(card => ({
      owner: owner.name,
      card,
      cell: {
        isSignedIn: viewer.person !== undefined,
        relation: relationTo(viewer, owner),
        isDirector: viewer.isDirector,
        isModerator: viewer.isModerator,
        isMaker: viewer.name === owner.name,
        state: card.state,
      },
    })),
  )

const tried = (viewer: Viewer): Tried[] =>
  all(viewer).filter(({ owner }) => FOREIGN.includes(owner) || owner === viewer.name)

const declared = (method: string, path: string): string => `${method} ${path.replace(/^\/api\/v1/, '')}`
const apiRoutes = () => [
  ...new Set(
    instance.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => declared(method, path)),
  ),
]

describe('The access matrix', () => {
  test('every route is declared', () => {
    const known = new Set([...Object.keys(CARD_ROUTES), ...Object.keys(OTHER_ROUTES)])
    expect(apiRoutes().filter(route => !known.has(route))).toEqual([])
    expect(apiRoutes().length).toBeGreaterThan(50)
  })

  test('no list, count, facet or file tells of what the viewer may not see', async () => {
    for (const viewer of viewers) {
      for (const [route, { path, body, expected, moderatorGets, gets }] of Object.entries(OTHER_ROUTES)) {
        const [method = '', pattern = ''] = route.split(' ')
        if (!apiRoutes().includes(route)) continue
        const response = await ask(viewer, method, path ?? pattern, body)
        const text = await response.text()
        const isRefused = expected === 'moderator' && !viewer.isModerator
        const lacksUnit = WITHOUT_UNIT.has(route) && viewer.unitId === undefined
        const success = method === 'POST' ? 201 : 200
        const wanted =
          expected !== 'open' && !viewer.person
            ? 401
            : isRefused || lacksUnit
              ? 403
              : ((viewer.isModerator ? moderatorGets : undefined) ?? gets ?? success)
        expect([viewer.name, route, response.status]).toEqual([viewer.name, route, wanted])
        expect([viewer.name, route, leaked(viewer, text)]).toEqual([viewer.name, route, []])
        cells++
      }
    }
  })

  test('facets and totals count what the viewer sees, no more', async () => {
    for (const viewer of viewers.filter(one => one.person)) {
      const response = await ask(viewer, 'GET', '/catalogue?limit=100')
      const { items, facets, total } = await response.json()
      expect(total).toBe(items.length)
      for (const dimension of ['area', 'unit']) {
        const sum = Object.values<number>(facets[dimension]).reduce((a, b) => a + b, 0)
        expect(sum).toBe(total)
      }
      cells++
    }
  })

  test('nobody finds by a search what they may not see', async () => {
    for (const viewer of viewers.filter(one => one.person)) {
      for (const { canary } of made.get('maker') ?? []) {
        const response = await ask(viewer, 'GET', `/catalogue?q=${canary}`)
        expect([viewer.name, canary, leaked(viewer, await response.text())]).toEqual([
          viewer.name,
          canary,
          [],
        ])
        cells++
      }
    }
  })

  test('the open window shows public cards alone', async () => {
    for (const path of WINDOW) {
      const response = await instance.fetch(`${portal.origin}${path}`)
      const anonymous = viewers.find(viewer => !viewer.person)
      if (anonymous) expect([path, leaked(anonymous, await response.text())]).toEqual([path, []])
      cells++
    }
    for (const card of made.get('maker') ?? []) {
      const { status } = await instance.fetch(`${portal.origin}/aaben/${card.id}`)
      expect([card.state, status]).toEqual([card.state, card.state === 'public' ? 200 : 404])
      cells++
    }
  })

  test.each(Object.keys(CARD_ROUTES))('%s', async route => {
    const declaration = CARD_ROUTES[route]
    if (!declaration) throw new Error(route)
    const [method = ''] = route.split(' ')
    const wrong: unknown[] = []
    for (const viewer of viewers) {
      const answers = new Map<string, string>()
      for (const { owner, card, cell } of tried(viewer)) {
        const unitId = viewer.unitId ?? ADOPTER_UNIT
        const path = declaration.path({ ...card, unitId, adopterUnit: ADOPTER_UNIT })
        const response = await ask(viewer, method, path, declaration.body, declaration.headers)
        const text = await response.text()
        const wanted = declaration.expected(cell)
        if (response.status !== wanted) {
          wrong.push({ viewer: viewer.name, owner, state: card.state, got: response.status, wanted })
        }
        const isPublicPath = path.startsWith('/public/')
        if (!sees(cell) && !isPublicPath && text.includes(card.canary))
          wrong.push({ viewer: viewer.name, state: card.state, leaked: card.canary })
        if (response.status === 404) answers.set(card.state, bare(response, text))
        if (response.ok && method !== 'GET') {
          // What follows from the change first, or it would follow after the card is put back.
          await portal.pump.flush()
          await restore(instance.store, card)
        }
        cells++
      }
      // What is hidden answers as what is missing, byte for byte but for ids.
      const asMissing = new Set(answers.values())
      if (asMissing.size > 1) wrong.push({ viewer: viewer.name, differ: [...answers] })
    }
    expect(wrong).toEqual([])
  })

  test('no log tells a word of any card', () => {
    expect(lines.filter(one => one.includes('Kanarie'))).toEqual([])
  })
})

/** All of an answer but for what differs from request to request. */
const bare = (response: Response, text: string): string =>
  JSON.stringify([
    response.status,
    [...response.headers].sort(),
    text.replace(/"requestId":"[^"]+"/, '').replace(/(ini|com)_[0-9A-Z]{26}/g, ''),
  ])

/** Cards whose word is in the text, though the viewer does not see them. */
const leaked = (viewer: Viewer, text: string): string[] =>
  all(viewer).flatMap(({ owner, card, cell }) =>
    !sees(cell) && text.includes(card.canary) ? [`${owner}: ${card.state}`] : [],
  )

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { belongsTo, type Guarded, see, seenByAll, type Viewer } from '#shared/rules/visibility.ts'
import { ROLES, STATUSES, VISIBILITIES } from '#shared/rules/vocabulary.ts'

const person = (over: Partial<Viewer>): Viewer => ({ personId: 'per_x', roles: ['employee'], ...over })
const mette = person({ personId: 'per_mette', unitId: 'boernemyndighed', areaId: 'boern-familie' })
const mona = person({ personId: 'per_mona', unitId: 'tandplejen', areaId: 'boern-familie' })
const lis = person({ personId: 'per_lis', unitId: 'oekonomi', areaId: 'stabe' })
const birthe = person({
  personId: 'per_birthe',
  unitId: 'sekretariat',
  areaId: 'stabe',
  roles: ['employee', 'director'],
})
const sofie = person({
  personId: 'per_sofie',
  unitId: 'kommunikation',
  areaId: 'stabe',
  roles: ['employee', 'moderator'],
})
const nadia = person({ personId: 'per_nadia' })
const citizen = undefined

const card = (over: Partial<Guarded> = {}): Guarded => ({
  status: 'published',
  visibility: 'organisation',
  ownerUnitId: 'boernemyndighed',
  ownerAreaId: 'boern-familie',
  authorId: 'per_asger',
  ...over,
})

describe('drafts: the unit’s people only', () => {
  const draft = card({ status: 'draft', visibility: 'public' })
  test('a colleague in the unit sees it', () => expect(see(mette, draft)).toBe('whole'))
  test.each([
    ['the area', mona],
    ['another area', lis],
    ['a director', birthe],
    ['a moderator', sofie],
    ['somebody without a unit', nadia],
    ['a citizen', citizen],
  ])('%s does not', (_, viewer) => expect(see(viewer, draft)).toBe('nothing'))
  test('not even a unit that stands in its lineage', () =>
    expect(see(lis, draft, ['oekonomi'])).toBe('nothing'))
})

describe('published: unit, area, organisation or public', () => {
  test('for the unit', () => {
    const own = card({ visibility: 'unit' })
    expect([mette, mona, lis, birthe].map(viewer => see(viewer, own))).toEqual([
      'whole',
      'nothing',
      'nothing',
      'nothing',
    ])
  })
  test('for the area', () => {
    const area = card({ visibility: 'area' })
    expect([mette, mona, lis, birthe].map(viewer => see(viewer, area))).toEqual([
      'whole',
      'whole',
      'nothing',
      'nothing',
    ])
  })
  test('for the organisation: also those without a unit, and no citizen', () => {
    expect([lis, nadia, citizen].map(viewer => see(viewer, card()))).toEqual(['whole', 'whole', 'nothing'])
  })
  test('public is opt-in, and then anybody’s', () => {
    expect(see(citizen, card({ visibility: 'public' }))).toBe('whole')
  })
  test('directors see what any employee sees; moderators every published card', () => {
    expect(see(birthe, card({ visibility: 'unit' }))).toBe('nothing')
    expect(see(sofie, card({ visibility: 'unit' }))).toBe('whole')
  })
})

describe('withdrawn: the unit and moderators; a trace for those who took it on', () => {
  const withdrawn = card({ status: 'withdrawn', visibility: 'public' })
  test('the unit and moderators see it whole', () => {
    expect([mette, sofie].map(viewer => see(viewer, withdrawn))).toEqual(['whole', 'whole'])
  })
  test('an adopter sees that it was there', () => expect(see(lis, withdrawn, ['oekonomi'])).toBe('trace'))
  test('others see nothing, and no citizen does', () => {
    expect([lis, citizen].map(viewer => see(viewer, withdrawn))).toEqual(['nothing', 'nothing'])
  })
  test('a card that was narrowed leaves its adopters the same', () => {
    expect(see(lis, card({ visibility: 'area' }), new Set(['oekonomi']))).toBe('trace')
  })
})

describe('a unit that a person chose and nobody confirmed opens no doors', () => {
  const chose = (over: Partial<Viewer> = {}) =>
    person({
      personId: 'per_nadia',
      unitId: 'boernemyndighed',
      areaId: 'boern-familie',
      unitUnconfirmed: true,
      ...over,
    })
  test('neither the unit’s drafts nor its own cards, nor the area’s', () => {
    expect(see(chose(), card({ status: 'draft' }))).toBe('nothing')
    expect(see(chose(), card({ visibility: 'unit' }))).toBe('nothing')
    expect(see(chose(), card({ visibility: 'area' }))).toBe('nothing')
  })
  test('but what the organisation sees, and what the person made', () => {
    expect(see(chose(), card())).toBe('whole')
    expect(see(chose(), card({ status: 'draft', authorId: 'per_nadia' }))).toBe('whole')
  })
})

describe('a closed unit', () => {
  test('without a successor its published cards are the moderators’', () => {
    const orphan = card({ visibility: 'unit', ownerUnitId: undefined, ownerAreaId: undefined })
    expect([mette, sofie].map(viewer => see(viewer, orphan))).toEqual(['nothing', 'whole'])
    expect(belongsTo(nadia, orphan)).toBe(false)
  })
})

test('a director may point at what all employees see, and at nothing else', () => {
  const seen = STATUSES.flatMap(status => VISIBILITIES.map(visibility => ({ status, visibility })))
  const may = seen.filter(one => seenByAll(card(one)))
  expect(may).toEqual([
    { status: 'published', visibility: 'organisation' },
    { status: 'published', visibility: 'public' },
  ])
})

test('whoever looks: wider visibility never hides a card, and no citizen sees more than an employee', () => {
  const units = fc.constantFrom('boernemyndighed', 'tandplejen', 'oekonomi', undefined)
  const viewers = fc.record({
    personId: fc.constantFrom('per_a', 'per_asger'),
    unitId: units,
    areaId: fc.constantFrom('boern-familie', 'stabe', undefined),
    roles: fc.subarray([...ROLES]),
    unitUnconfirmed: fc.boolean(),
  })
  const cards = fc.record({
    status: fc.constantFrom(...STATUSES),
    visibility: fc.constantFrom(...VISIBILITIES),
  })
  return fc.assert(
    fc.property(viewers, cards, (viewer, some) => {
      const sight = see(viewer, card(some))
      const wider = VISIBILITIES.slice(VISIBILITIES.indexOf(some.visibility) + 1)
      const stays = wider.every(
        visibility => sight !== 'whole' || see(viewer, card({ ...some, visibility })) === 'whole',
      )
      const citizenSeesLess = see(citizen, card(some)) !== 'whole' || sight === 'whole'
      return stays && citizenSeesLess
    }),
  )
})

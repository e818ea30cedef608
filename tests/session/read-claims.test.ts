import { describe, expect, test } from 'vitest'
import { claimsMapping } from '#functions/platform/claims-mapping.ts'
import { ENV, parseConfig } from '#functions/platform/config.ts'
import { readClaims } from '#functions/session/read-claims.ts'
import { slugOf } from '#shared/rules/slug.ts'

const DIRECTORS = '6f1d2c3b-0000-4000-8000-000000000001'

const entra = claimsMapping.parse({
  title: 'jobtitle',
  unit: { from: 'department', isName: true, values: { 'B&U Myndighed': 'boernemyndighed' } },
  roles: { from: 'groups', values: { [DIRECTORS]: 'director' }, everybody: ['employee'] },
})

describe('Claims', () => {
  test('of a provider that speaks the portal’s words are read as they are', () => {
    const said = { sub: 's', name: 'Mette', title: 'Rådgiver', unit: 'skolen', roles: ['moderator', 'chef'] }
    expect(readClaims(claimsMapping.parse({}), said)).toEqual({ ...said, roles: ['moderator'] })
  })

  test('of Entra ID: groups are roles, a department is a unit', () => {
    const said = {
      sub: 's',
      name: 'Lis',
      jobtitle: 'Direktør',
      department: 'Økonomi og Indkøb',
      groups: [DIRECTORS, 'other'],
    }
    expect(readClaims(entra, said)).toEqual({
      sub: 's',
      name: 'Lis',
      title: 'Direktør',
      unit: 'oekonomi-og-indkoeb',
      roles: ['employee', 'director'],
    })
    expect(readClaims(entra, { ...said, department: ' B&U Myndighed ' }).unit).toBe('boernemyndighed')
  })

  test.each([
    ['no department', { groups: [] }],
    ['groups that are too many to be listed', { _claim_names: { groups: 'src1' } }],
    ['values of other types', { department: 7, groups: [7, null], name: {} }],
  ])('%s: an employee without a unit', (_, said) => {
    const { unit, roles } = readClaims(entra, { sub: 's', ...said })
    expect([unit, roles]).toEqual([undefined, ['employee']])
  })

  test('no claim is taken for one of the language’s own', () => {
    expect(readClaims(entra, { sub: 's', department: 'constructor', groups: ['toString'] })).toMatchObject({
      unit: 'constructor',
      roles: ['employee'],
    })
  })

  test('the mapping comes in the environment as JSON, and a wrong one is named', () => {
    const env = {
      [ENV.tableName]: 'table',
      [ENV.publicOrigin]: 'https://greb.dk',
      [ENV.issuer]: 'https://login.dk',
      [ENV.clientId]: 'portal',
      [ENV.audience]: 'api',
    }
    expect(parseConfig(env).claims).toEqual(claimsMapping.parse({}))
    expect(parseConfig({ ...env, [ENV.claims]: JSON.stringify(entra) }).claims).toEqual(entra)
    for (const wrong of ['{', '{"units":{}}', '{"roles":{"values":{"a":"boss"}}}'])
      expect(() => parseConfig({ ...env, [ENV.claims]: wrong })).toThrow(ENV.claims)
  })
})

test.each([
  ['Børn & Familie', 'boern-familie'],
  ['Skolen ved Åen', 'skolen-ved-aaen'],
  ['Café Ærø (midlertidig)', 'cafe-aeroe-midlertidig'],
  ['A\u030Aben', 'aaben'],
  ['—', ''],
])('the id of %s is %s', (name, id) => {
  expect(slugOf(name)).toBe(id)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const HOUSE = ['shared', 'functions', 'infra', 'web', 'tests'] as const

type Import = { from: string; to: string; typeOnly: boolean }

/** Every import of every source file, as `functions/api/app.ts → shared/contract/person.ts` or the name of a package. */
const importsOf = (file: string): Import[] => {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(
    /^\s*(import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm,
  )
  return [...statements].map(([, , type, named, dynamic]) => {
    const name = named ?? dynamic ?? ''
    const inside = name.startsWith('.') ? posix.join(posix.dirname(file), name) : name.replace(/^#/, '')
    return { from: file, to: inside, typeOnly: type !== undefined }
  })
}

const sources = HOUSE.flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.includes('dist'))
    .map(name =>
      relative(root, join(root, folder, name))
        .split(sep)
        .join('/'),
    ),
)
const imports = sources.flatMap(importsOf)

const isOneOf = (path: string, folders: readonly string[]): boolean =>
  folders.some(folder => path.startsWith(folder))
const offences = (from: (path: string) => boolean, forbidden: (one: Import) => boolean): string[] =>
  imports.filter(one => from(one.from) && forbidden(one)).map(one => `${one.from} → ${one.to}`)

const inside = (folder: string) => (path: string) => path.startsWith(`${folder}/`)

describe('imports point one way: web → shared ← functions ← infra', () => {
  test('the check reads the whole house', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(
      imports.some(one => one.from === 'functions/api/app.ts' && one.to.startsWith('functions/domain/')),
    ).toBe(true)
  })

  test('shared imports zod and nothing else', () => {
    expect(offences(inside('shared'), one => one.to !== 'zod' && !one.to.startsWith('shared/'))).toEqual([])
  })

  test('rules need no library, and of the contract only its types', () => {
    const allowed = (one: Import) =>
      one.to.startsWith('shared/rules/') || (one.typeOnly && one.to.startsWith('shared/contract/'))
    expect(offences(inside('shared/rules'), one => !allowed(one))).toEqual([])
  })

  test('functions know neither deployment nor the web', () => {
    expect(offences(inside('functions'), one => isOneOf(one.to, ['infra/', 'web/', 'tests/']))).toEqual([])
  })

  test('the domain knows no HTTP and no AWS', () => {
    const forbidden = [
      'hono',
      '@hono',
      '@aws-sdk',
      '@smithy',
      'functions/api',
      'functions/catalogue',
      'functions/session',
    ]
    expect(offences(inside('functions/domain'), one => isOneOf(one.to, forbidden))).toEqual([])
  })

  test('only the store knows DynamoDB', () => {
    const outside = (path: string) => path.startsWith('functions/') && !path.startsWith('functions/store/')
    expect(offences(outside, one => isOneOf(one.to, ['@aws-sdk', '@smithy']))).toEqual([])
  })

  test('infra composes functions and leaves the web alone', () => {
    expect(offences(inside('infra'), one => isOneOf(one.to, ['web/', 'tests/']))).toEqual([])
  })

  test('the web takes types from the contract, code from the rules, and the API’s type in web/src/api alone', () => {
    const forbidden = (one: Import) =>
      isOneOf(one.to, ['infra/', 'tests/']) ||
      one.to === 'zod' ||
      (one.to.startsWith('shared/contract/') && !one.typeOnly) ||
      (one.to.startsWith('functions/') && !(one.typeOnly && one.from.startsWith('web/src/api/')))
    expect(offences(inside('web/src'), forbidden)).toEqual([])
  })
})

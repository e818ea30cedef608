import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { isCompatible, listLicences } from './licence-list.ts'

const read = async (name: string) =>
  JSON.parse(await readFile(new URL(`../../${name}`, import.meta.url), 'utf8'))
const manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()) })
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      hasInstallScript: z.boolean().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
      resolved: z.string().optional(),
    }),
  ),
})

describe('The ASVS ledger', () => {
  test('names only what is there', async () => {
    const ledger = await readFile(new URL('asvs.md', import.meta.url), 'utf8')
    const named = [...ledger.matchAll(/`((?:tests|functions|web|infra)\/[^`]+)`/g)].flatMap(
      ([, path]) => path ?? [],
    )
    expect(named.length).toBeGreaterThan(60)
    const gone = named.filter(path => !existsSync(new URL(`../../${path}`, import.meta.url)))
    expect([...new Set(gone)]).toEqual([])
  })
})

describe('What others wrote', () => {
  test('every installed package has a licence that fits', async () => {
    const { byLicence, refused } = await listLicences()
    expect(refused).toEqual([])
    expect([...byLicence.values()].flat().length).toBeGreaterThan(300)
  })

  test('a licence that asks for everything back does not fit', () => {
    expect(isCompatible('GPL-3.0')).toBe(false)
    expect(isCompatible('MIT AND GPL-3.0')).toBe(false)
    expect(isCompatible('MIT OR GPL-3.0')).toBe(true)
  })

  test('each install script is decided on by name', async () => {
    const { allowScripts } = manifest.parse(await read('package.json'))
    const { packages } = lockfile.parse(await read('package-lock.json'))
    const named = Object.entries(packages)
      .filter(([, one]) => one.hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
    expect([...new Set(named)].filter(name => !(name in allowScripts))).toEqual([])
  })

  test('every package is pinned by what it holds', async () => {
    const { packages } = lockfile.parse(await read('package-lock.json'))
    const loose = Object.entries(packages).filter(
      ([path, one]) => path !== '' && !one.link && !one.inBundle && one.integrity === undefined,
    )
    expect(loose.map(([path]) => path)).toEqual([])
  })
})

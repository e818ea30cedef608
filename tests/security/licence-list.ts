import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const root = fileURLToPath(new URL('../../', import.meta.url))
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
})
const manifest = z.looseObject({
  name: z.string(),
  version: z.string().optional(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
})

/** Licences that let an MIT program be built with the package and passed on. */
const COMPATIBLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
])
/** Used as they are, or only where tests and builds run: files of theirs stay under their own licence. */
const FILE_COPYLEFT = new Set(['MPL-2.0', 'LGPL-3.0-or-later', 'LGPL-2.1', 'LGPL-2.1-or-later', 'LGPL-2.1+'])

/** `MIT OR GPL-2.0` is one's choice; `A AND B` is both. */
export const isCompatible = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some(choice =>
      choice.split(/ AND /i).every(one => COMPATIBLE.has(one.trim()) || FILE_COPYLEFT.has(one.trim())),
    )

const licenceOf = (found: z.infer<typeof manifest>): string => {
  const { license, licenses } = found
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(one => one.type).join(' OR ') ?? 'none'
}

/** Every installed package by its licence. `refused`: those that may not be used, and why. */
export const listLicences = async () => {
  const { packages } = lockfile.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')))
  const byLicence = new Map<string, string[]>()
  const refused: string[] = []
  for (const [path, { link }] of Object.entries(packages)) {
    if (path === '' || link) continue
    const text = await readFile(join(root, path, 'package.json'), 'utf8').catch(() => undefined)
    // For another machine than this one.
    if (text === undefined) continue
    const found = manifest.parse(JSON.parse(text))
    const licence = licenceOf(found)
    const name = `${found.name}@${found.version ?? ''}`
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), name])
    if (!isCompatible(licence)) refused.push(`${name}: ${licence}`)
  }
  return { byLicence, refused }
}

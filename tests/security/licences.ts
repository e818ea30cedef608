import { listLicences } from './licence-list.ts'

/** `npm run licences`: every package that is installed, by its licence, and which may not be used. */
const { byLicence, refused } = await listLicences()
for (const [licence, packages] of [...byLicence].sort()) {
  console.log(`${licence} (${packages.length})`)
  console.log(`  ${packages.sort().join(', ')}`)
}
for (const one of refused) console.error(`Not compatible: ${one}`)
process.exit(refused.length > 0 ? 1 : 0)

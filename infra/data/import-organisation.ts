import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importOrganisation } from '#functions/domain/import-organisation.ts'
import { decodeFile, FileProblem } from '#functions/domain/organisation-file.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import { createStore } from '#functions/store/store.ts'
import { sayWhy } from '#infra/local/process.ts'
import { StartError } from '#infra/local/start-error.ts'
import { openTable } from './open-table.ts'
import { taxonomy } from './taxonomy.ts'

const USE = 'Skriv, hvilken liste der skal læses: npm run import:organisation -- enheder.csv'

/** `npm run import:organisation -- list.csv [--apply] [--stage prod]`: without `--apply` it only tells. */
const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      apply: { type: 'boolean', default: false },
      stage: { type: 'string' },
      table: { type: 'string' },
    },
  })
  const [path] = positionals
  if (path === undefined) throw new StartError(USE)
  const bytes = await readFile(path).catch(() => {
    throw new StartError(`${path} findes ikke.`)
  })
  const { client, tableName, close } = await openTable(values)
  const store = createStore(client, tableName, systemClock)
  const options = { apply: values.apply, writeId: newWriteId(), taxonomy }
  try {
    const { lines, applied } = await importOrganisation(store, decodeFile(bytes), options)
    for (const line of lines) console.log(`  ${line}`)
    console.log(closing(lines.length, applied))
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    throw new StartError(`Listen er ikke brugt:\n${error.problems.map(one => `  ${one}`).join('\n')}`)
  } finally {
    await close()
  }
}

const closing = (count: number, applied: boolean): string => {
  if (count === 0) return 'Organisationen er allerede sådan.'
  return applied
    ? 'Organisationen er sådan nu; alle ser det inden for et minut.'
    : 'Intet er ændret endnu. Kør igen med --apply for at gøre det.'
}

run().catch(sayWhy)

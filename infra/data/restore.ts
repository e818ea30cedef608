import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { restore } from '#functions/store/backup.ts'
import { sayWhy } from '#infra/local/process.ts'
import { StartError } from '#infra/local/start-error.ts'
import { openTable } from './open-table.ts'

const NOT_EMPTY = 'The table is not empty.'

/** `npm run restore -- in.jsonl [--stage prod] [--table name] [--replace]`: the table as it was. */
const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      stage: { type: 'string' },
      table: { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
  })
  const [path] = positionals
  if (path === undefined) throw new StartError('Skriv, hvad der skal læses: npm run restore -- ind.jsonl')
  await access(path).catch(() => {
    throw new StartError(`${path} findes ikke.`)
  })
  const table = await openTable(values)
  const lines = createInterface({ input: createReadStream(path, 'utf8') })
  try {
    const { put, removed } = await restore(table.client, table.tableName, lines, { replace: values.replace })
    console.log(`${put} poster er lagt i ${table.tableName}, ${removed} er fjernet.`)
  } catch (error) {
    if (error instanceof Error && error.message === NOT_EMPTY)
      throw new StartError(
        `${table.tableName} er ikke tom. Med --replace bliver den præcis som filen: det, der er skrevet siden, forsvinder.`,
      )
    throw error
  } finally {
    await table.close()
  }
}

run().catch(sayWhy)

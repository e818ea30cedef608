import { open, rename } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { backUp } from '#functions/store/backup.ts'
import { sayWhy } from '#infra/local/process.ts'
import { StartError } from '#infra/local/start-error.ts'
import { openTable } from './open-table.ts'

/** `npm run backup -- out.jsonl [--stage prod] [--table name]`: the whole table. The file holds personal data. */
const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { stage: { type: 'string' }, table: { type: 'string' } },
  })
  const [path] = positionals
  if (path === undefined) throw new StartError('Skriv, hvor den skal ligge: npm run backup -- ud.jsonl')
  const table = await openTable(values)
  // Whoever reads the file meanwhile finds the old one whole.
  const unfinished = `${path}.part`
  const file = await open(unfinished, 'w', 0o600)
  let lines = 0
  for await (const line of backUp(table.client, table.tableName)) {
    await file.write(`${line}\n`)
    lines++
  }
  await file.close()
  await rename(unfinished, path)
  await table.close()
  console.log(`${lines - 2} poster fra ${table.tableName} ligger i ${path}. Filen rummer personoplysninger.`)
}

run().catch(sayWhy)

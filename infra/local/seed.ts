import './quiet.ts'
import { parseArgs } from 'node:util'
import { createStore } from '#functions/store/store.ts'
import { createLocalClient, createTable, TABLE_NAME } from './database.ts'
import { loadDemo } from './demo/load.ts'

/** `DYNAMODB_ENDPOINT=… npm run seed`: the demo into another database. Loading again changes nothing. */
const seed = async (): Promise<void> => {
  const endpoint = process.env.DYNAMODB_ENDPOINT
  if (endpoint === undefined) {
    throw new Error('Sæt DYNAMODB_ENDPOINT. Den lokale portal lægger selv demoen ind, når den starter.')
  }
  const { values } = parseArgs({ options: { empty: { type: 'boolean' } } })
  const client = createLocalClient(endpoint)
  await createTable(client, TABLE_NAME)
  const store = createStore(client, TABLE_NAME, Date.now)
  const show = (done: number, of: number) => process.stdout.isTTY && process.stdout.write(`\r${done} af ${of}`)
  await loadDemo(store, { cards: !values.empty, onProgress: show })
  console.log('\nDemoen er lagt ind.')
  client.destroy()
}

seed().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

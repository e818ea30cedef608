import './quiet.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { createStore } from '#functions/store/store.ts'
import { createLocalClient, createTable, TABLE_NAME } from './database.ts'
import { loadDemo } from './demo/load.ts'
import { flagsOf, sayWhy } from './process.ts'
import { StartError } from './start-error.ts'

/** `DYNAMODB_ENDPOINT=… npm run seed`: the demo into another database. Loading again changes nothing. */
const seed = async (): Promise<void> => {
  const endpoint = process.env.DYNAMODB_ENDPOINT
  if (endpoint === undefined) {
    throw new StartError('Sæt DYNAMODB_ENDPOINT. Den lokale portal lægger selv demoen ind, når den starter.')
  }
  const flags = flagsOf('--empty')
  const client = createLocalClient(endpoint)
  const tableName = process.env.TABLE_NAME ?? TABLE_NAME
  await createTable(client, tableName)
  const store = createStore(client, tableName, systemClock)
  const show = (done: number, of: number) =>
    process.stdout.isTTY && process.stdout.write(`\r${done} af ${of}`)
  await loadDemo(store, { cards: !flags.has('--empty'), onProgress: show })
  console.log('\nDemoen er lagt ind.')
  client.destroy()
}

seed().catch(sayWhy)

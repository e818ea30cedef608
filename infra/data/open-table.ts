import '#infra/local/quiet.ts'
import { join } from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createDynamoDbClient } from '#functions/store/dynamodb-client.ts'
import { portalConfig } from '#infra/aws/portal.config.ts'
import { namesOf, settingsFor } from '#infra/aws/settings.ts'
import { claimDataDir, dataDirOf, prepareDataDir, runningPortal } from '#infra/local/data-dir.ts'
import { createLocalClient, createTable, startDynalite, TABLE_NAME } from '#infra/local/database.ts'
import { StartError } from '#infra/local/start-error.ts'

export type OpenTable = { client: DynamoDBClient; tableName: string; close: () => Promise<void> }
export type Where = {
  /** A stage in the cloud, with the credentials that the AWS CLI would use. */
  stage?: string | undefined
  /** Another table than the stage's own. */
  table?: string | undefined
}

const inTheCloud = (stage: string, table: string | undefined): OpenTable => {
  const settings = settingsFor(portalConfig, stage)
  const client = createDynamoDbClient({ region: settings.region })
  return {
    client,
    tableName: table ?? namesOf(settings).table,
    close: async () => client.destroy(),
  }
}

const onThisMachine = async (env: NodeJS.ProcessEnv, table: string | undefined): Promise<OpenTable> => {
  const dataDir = dataDirOf(env)
  const running = await runningPortal(dataDir)
  if (running)
    throw new StartError(
      `Portalen kører på http://localhost:${running.port} og har databasen. Stop den, og prøv igen.`,
    )
  await prepareDataDir(dataDir)
  // Held by this process for as long as it lasts; nobody answers at port 0.
  await claimDataDir(dataDir, 0)
  const database = await startDynalite(join(dataDir, 'db'))
  const client = createLocalClient(database.endpoint)
  const tableName = table ?? env.TABLE_NAME ?? TABLE_NAME
  await createTable(client, tableName)
  return {
    client,
    tableName,
    close: async () => {
      client.destroy()
      await database.stop()
    },
  }
}

/** The table that a script is to work on: a stage's, the one at `DYNAMODB_ENDPOINT`, or the local portal's own. */
export const openTable = async ({ stage, table }: Where, env = process.env): Promise<OpenTable> => {
  if (stage !== undefined) return inTheCloud(stage, table)
  const endpoint = env.DYNAMODB_ENDPOINT
  if (endpoint === undefined) return onThisMachine(env, table)
  const client = createLocalClient(endpoint)
  return { client, tableName: table ?? env.TABLE_NAME ?? TABLE_NAME, close: async () => client.destroy() }
}

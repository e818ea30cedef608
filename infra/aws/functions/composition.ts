import * as z from 'zod'
import { systemClock } from '#functions/platform/clock.ts'
import { ENV, parseConfig } from '#functions/platform/config.ts'
import { lineLogger } from '#functions/platform/logger.ts'
import { createSession } from '#functions/session/session.ts'
import { createDynamoDbClient } from '#functions/store/dynamodb-client.ts'
import { createStore } from '#functions/store/store.ts'
import { AWS_ENV, PARAMETERS, parameterName } from './environment.ts'
import { readParameters } from './parameters.ts'

export const logger = lineLogger(line => process.stdout.write(line))

const tableEnvironment = z.object({ [ENV.tableName]: z.string().min(3) })
const parametersEnvironment = z.object({ [AWS_ENV.parameters]: z.string().startsWith('/') })

/** The store over the table that the environment names; where it is and with what rights, Lambda tells the SDK. */
export const openTable = (env: NodeJS.ProcessEnv) => {
  const { [ENV.tableName]: tableName } = tableEnvironment.parse(env)
  const client = createDynamoDbClient({})
  return { client, tableName, store: createStore(client, tableName, systemClock) }
}

const readConfig = async (env: NodeJS.ProcessEnv) => {
  const { [AWS_ENV.parameters]: path } = parametersEnvironment.parse(env)
  const wanted = Object.entries(PARAMETERS).map(([key, name]) => [key, parameterName(path, name)] as const)
  const values = await readParameters(
    env,
    wanted.map(([, name]) => name),
  )
  return parseConfig({ ...env, ...Object.fromEntries(wanted.map(([key, name]) => [key, values.get(name)])) })
}

/** What every function that people call is made of. */
export const composeForPeople = async (env: NodeJS.ProcessEnv) => {
  const config = await readConfig(env)
  const { store } = openTable(env)
  return { config, store, clock: systemClock, session: createSession(config, store, logger) }
}

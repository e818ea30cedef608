import * as z from 'zod'
import { systemClock } from '#functions/platform/clock.ts'
import { ENV, parseConfig } from '#functions/platform/config.ts'
import { lineLogger } from '#functions/platform/logger.ts'
import { createSession } from '#functions/session/session.ts'
import { createDynamoDbClient } from '#functions/store/dynamodb-client.ts'
import { createStore } from '#functions/store/store.ts'
import { AWS_ENV, PARAMETERS, parameterName } from './environment.ts'
import { keptCurrent } from './kept-current.ts'
import { readParameters } from './parameters.ts'

export const logger = lineLogger(line => process.stdout.write(line))

const tableEnvironment = z.object({ [ENV.tableName]: z.string().min(3) })
const parametersEnvironment = z.object({
  [AWS_ENV.parameters]: z.string().startsWith('/'),
  [AWS_ENV.parametersSeconds]: z.coerce.number().nonnegative().default(600),
})
/** For providers that know a client without a secret: the parameter says so, for it must be there. */
const NO_SECRET = 'none'

/** The store over the table that the environment names; where it is and with what rights, Lambda tells the SDK. */
export const openTable = (env: NodeJS.ProcessEnv) => {
  const { [ENV.tableName]: tableName } = tableEnvironment.parse(env)
  const client = createDynamoDbClient({})
  return { client, tableName, store: createStore(client, tableName, systemClock) }
}

/** What the parameters say, by the names of the environment. Throws one sentence where one is not there. */
const readEnvironment = async (env: NodeJS.ProcessEnv, path: string): Promise<Record<string, string>> => {
  const wanted = Object.entries(PARAMETERS).map(([key, name]) => ({ key, name: parameterName(path, name) }))
  const values = await readParameters(
    env,
    wanted.map(({ name }) => name),
  )
  const found = wanted.map(({ key, name }) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`The parameter ${name} is missing`)
    return [key, value] as const
  })
  return Object.fromEntries(found.filter(([key, value]) => key !== ENV.clientSecret || value !== NO_SECRET))
}

const composeOf = (env: NodeJS.ProcessEnv) => {
  const config = parseConfig(env)
  const { store } = openTable(env)
  return { config, store, clock: systemClock, session: createSession(config, store, logger) }
}
/** What every function that people call is made of. */
export type Parts = ReturnType<typeof composeOf>

/** An app that is made when first asked for, and anew when its parameters are others: a new secret, another address. */
export const composedForPeople = <App>(env: NodeJS.ProcessEnv, make: (parts: Parts) => App) => {
  const { [AWS_ENV.parameters]: path, [AWS_ENV.parametersSeconds]: seconds } =
    parametersEnvironment.parse(env)
  return keptCurrent({
    read: () => readEnvironment(env, path),
    make: told => make(composeOf({ ...env, ...told })),
    clock: systemClock,
    everyMs: seconds * 1000,
    onTrouble: error =>
      logger.error('parameters_unread', { stack: error instanceof Error ? error.stack : 'unknown' }),
  })
}

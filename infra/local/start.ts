import './quiet.ts'
import { parseArgs } from 'node:util'
import { buildWeb, WEB_ROOT } from './build-web.ts'
import { compose } from './compose.ts'
import { claimDataDir, dataDirOf, prepareDataDir, runningPortal, StartError } from './data-dir.ts'
import { demandFreePort } from './free-port.ts'

const portOf = (value: string | undefined): number => {
  const port = Number(value ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new StartError(`PORT skal være et tal mellem 1 og 65535, ikke »${value}«.`)
  return port
}

const welcome = (origin: string): string => `
Konkrete greb kører på ${origin}

  Åbn adressen, og vælg, hvem du vil være. Prøv Mette (Børne- og Ungemyndighed) og Lis (Økonomi og Indkøb).
  API'et:         ${origin}/api/v1/docs
  Et token:       npm run --silent token -- per_mette
  Begynd forfra:  npm start -- --fresh     Uden kort: npm start -- --empty
  Stop:           Ctrl+C
`

const start = async (): Promise<void> => {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, empty: { type: 'boolean' } } })
  const port = portOf(process.env.PORT)
  const dataDir = dataDirOf(process.env)
  await demandFreePort(port)
  const other = await runningPortal(dataDir)
  if (!other) await prepareDataDir(dataDir, values.fresh ?? false)
  await claimDataDir(dataDir, port)
  const portal = await compose({
    port,
    dataDir,
    dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT,
    cards: !values.empty,
    webRoot: WEB_ROOT,
    webReady: buildWeb(),
  })
  console.log(welcome(portal.origin))
  const stop = () => void portal.stop().finally(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

start().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
})

import './quiet.ts'
import { buildWeb, WEB_ROOT } from './build-web.ts'
import { createBuiltWeb } from './built-web.ts'
import { compose } from './compose.ts'
import { holdPortal } from './hold.ts'
import { flagsOf, sayWhy, stopOnSignal } from './process.ts'

const welcome = (origin: string): string => `
Konkrete greb kører på ${origin}

  Åbn adressen, og vælg, hvem du vil være. Prøv Mette (Børne- og Ungemyndighed) og Lis (Økonomi og Indkøb).
  API'et:         ${origin}/api/v1/docs
  Et token:       npm run --silent token -- per_mette
  Her kan én person gøre ti gange så meget som i drift: 30.000 skriv på fem minutter, 200 udtræk i timen.
  Begynd forfra:  npm start -- --fresh     Uden kort: npm start -- --empty
  Stop:           Ctrl+C
`

const start = async (): Promise<void> => {
  const flags = flagsOf('--fresh', '--empty')
  const { front, dataDir } = await holdPortal(process.env, flags.has('--fresh'))
  const web = buildWeb().then(() => createBuiltWeb(WEB_ROOT))
  const portal = await compose({
    front,
    dataDir,
    dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT,
    tableName: process.env.TABLE_NAME,
    cards: !flags.has('--empty'),
    web,
  })
  console.log(welcome(portal.origin))
  stopOnSignal(portal.stop)
}

start().catch(sayWhy)

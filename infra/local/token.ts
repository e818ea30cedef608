import './quiet.ts'
import { accessTokenFor } from './access-token.ts'
import { dataDirOf, runningPortal } from './data-dir.ts'
import { demoPeople } from './demo/data.ts'

/** `npm run --silent token -- per_mette` */
const print = async (): Promise<void> => {
  const personId = process.argv[2]
  if (personId === undefined || !demoPeople.some(person => person.id === personId)) {
    throw new Error(`Skriv, hvem det er til: npm run --silent token -- ${demoPeople.map(person => person.id).join(' | ')}`)
  }
  const portal = await runningPortal(dataDirOf(process.env))
  const port = portal?.port ?? process.env.PORT ?? 3000
  console.log(await accessTokenFor(`http://localhost:${port}`, personId))
}

print().catch((error: unknown) => {
  const isDown = error instanceof TypeError
  console.error(isDown ? 'Portalen svarer ikke. Start den med »npm start«, og prøv igen.' : String(error instanceof Error ? error.message : error))
  process.exit(1)
})

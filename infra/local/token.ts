import './quiet.ts'
import { accessTokenFor } from './access-token.ts'
import { dataDirOf, runningPortal } from './data-dir.ts'
import { demoPeople } from './demo/data.ts'
import { sayWhy } from './process.ts'
import { StartError } from './start-error.ts'

const isDown = (error: unknown): boolean => error instanceof TypeError && error.message === 'fetch failed'

/** `npm run --silent token -- per_mette`: an hour's access token, and nothing else on the way out. */
const print = async (): Promise<void> => {
  const personId = process.argv[2]
  const everybody = demoPeople.map(person => person.id)
  if (personId === undefined || !everybody.includes(personId)) {
    throw new StartError(`Skriv, hvem det er til: npm run --silent token -- <person>\n${everybody.join(' ')}`)
  }
  const portal = await runningPortal(dataDirOf(process.env))
  const port = portal?.port ?? process.env.PORT ?? 3000
  try {
    console.log(await accessTokenFor(`http://localhost:${port}`, personId))
  } catch (error) {
    if (isDown(error)) throw new StartError('Portalen svarer ikke. Start den med »npm start«, og prøv igen.')
    throw error
  }
}

print().catch(sayWhy)

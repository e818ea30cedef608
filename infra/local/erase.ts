import './quiet.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { accessTokenFor } from './access-token.ts'
import { dataDirOf, runningPortal } from './data-dir.ts'
import { demoPeople } from './demo/data.ts'
import { sayWhy } from './process.ts'
import { StartError } from './start-error.ts'

/**
 * `npm run erase -- <person id>`: a person who left, as a moderator of the running portal erases them. Elsewhere than on
 * this machine: `PORTAL_ORIGIN` and a moderator's access token in `PORTAL_TOKEN`.
 */
const erase = async (): Promise<void> => {
  const personId = process.argv[2]
  if (personId === undefined || !/^per_[0-9A-Za-z]{1,64}$/.test(personId))
    throw new StartError('Skriv, hvem der skal slettes: npm run erase -- per_…')
  const local = await runningPortal(dataDirOf(process.env))
  const origin = process.env.PORTAL_ORIGIN ?? (local && `http://localhost:${local.port}`)
  if (origin === undefined)
    throw new StartError('Portalen svarer ikke. Start den med »npm start«, eller sæt PORTAL_ORIGIN.')
  const moderator = demoPeople.find(person => person.roles.includes('moderator') && person.id !== personId)
  const token = process.env.PORTAL_TOKEN ?? (moderator && (await accessTokenFor(origin, moderator.id)))
  if (token === undefined) throw new StartError('Sæt PORTAL_TOKEN til en moderators adgangstoken.')
  const response = await fetch(`${origin}/api/v1/persons/${personId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}`, [HEADERS.csrf]: '1' },
  })
  if (response.status === 404) throw new StartError(`Portalen kender ingen ${personId}.`)
  if (!response.ok) throw new StartError(`Portalen svarede ${response.status}. Intet er slettet.`)
  console.log(
    'Navn og profil er væk. Navnet forsvinder fra kort og kommentarer, så snart teksterne er gennemgået.',
  )
}

erase().catch(sayWhy)

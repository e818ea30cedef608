import * as z from 'zod'
import type { Asked } from './http.ts'
import type { MeasuredPortal } from './measured-portal.ts'

/** One of the portal's main actions, as Mette does it: each run on a card of its own where it writes. */
export type Action = {
  what: string
  /** Calls in sequence that ARCHITECTURE's budget allows, beside the session's read and the rate counter. */
  budget: number
  /** Makes what one run needs, unmeasured. */
  prepare: () => Promise<Asked>
}

const made = z.object({ id: z.string() })
const found = z.object({ items: z.array(z.object({ id: z.string(), adopters: z.array(z.unknown()) })) })

const INPUT = {
  title: 'Tavlemøde på ti minutter',
  summary: 'Vi mødes stående ved tavlen hver morgen og fordeler det, der haster.',
  challenge: 'Vi brugte den første time på at finde ud af, hvem der gjorde hvad. '.repeat(6),
  action: 'Vi står ved tavlen i ti minutter. Hver siger én ting, og så går vi i gang. '.repeat(8),
  experience: 'works',
  core: ['Stående', 'Ti minutter', 'Alle siger én ting'],
}

/** The main actions over a portal; Lis's unit makes the cards that Mette comments on and adopts. */
export const createActions = async ({ signIn, time }: MeasuredPortal) => {
  const mette = await signIn('per_mette')
  const lis = await signIn('per_lis')
  const make = async (by: typeof mette, status: 'draft' | 'published'): Promise<string> => {
    const body = await by({ method: 'POST', path: '/api/v1/initiatives', body: { ...INPUT, status } })
    return made.parse(JSON.parse(body)).id
  }
  let keys = 0
  const idempotent = () => ({ 'idempotency-key': `bench-${keys++}` })
  const onOthersCard = async (method: string, rest: string, more: Partial<Asked> = {}): Promise<Asked> => ({
    method,
    path: `/api/v1/initiatives/${await make(lis, 'published')}${rest}`,
    ...more,
  })

  const list = await mette({ method: 'GET', path: '/api/v1/catalogue?limit=100' })
  const known = found.parse(JSON.parse(list)).items.sort((a, b) => b.adopters.length - a.adopters.length)

  const actions: Action[] = [
    {
      what: 'read a card',
      budget: 2,
      prepare: async () => ({ method: 'GET', path: `/api/v1/initiatives/${known[0]?.id}` }),
    },
    {
      what: 'list (poll due)',
      budget: 1,
      prepare: async () => {
        time.advance(1100)
        return { method: 'GET', path: '/api/v1/catalogue' }
      },
    },
    {
      what: 'make and publish a card',
      budget: 3,
      prepare: async () => ({
        method: 'POST',
        path: '/api/v1/initiatives',
        body: { ...INPUT, status: 'published' },
        headers: idempotent(),
      }),
    },
    {
      what: 'publish a draft',
      budget: 2,
      prepare: async () => ({
        method: 'POST',
        path: `/api/v1/initiatives/${await make(mette, 'draft')}/publish`,
      }),
    },
    {
      what: 'comment',
      budget: 3,
      prepare: () =>
        onOthersCard('POST', '/comments', {
          body: { kind: 'question', text: 'Hvem står ved tavlen, når I er få på arbejde?' },
          headers: idempotent(),
        }),
    },
    {
      what: 'adopt',
      budget: 2,
      prepare: () => onOthersCard('PUT', '/adoptions/boernemyndighed', { body: { stage: 'trying' } }),
    },
    { what: 'inspire', budget: 2, prepare: () => onOthersCard('PUT', '/reactions/me') },
  ]
  return { act: mette, actions }
}

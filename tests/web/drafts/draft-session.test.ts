import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Initiative } from '#shared/contract/initiative.ts'
import { ApiProblem, offline } from '../../../web/src/api/problem.ts'
import { QUIET } from '../../../web/src/drafts/autosave.ts'
import { beginFrom, newDraft, unsentDraft } from '../../../web/src/drafts/begin.ts'
import { withText } from '../../../web/src/drafts/card-form.ts'
import { deviceDrafts } from '../../../web/src/drafts/device.ts'
import type { DraftApi } from '../../../web/src/drafts/draft-now.ts'
import { type DraftSession, openDraft } from '../../../web/src/drafts/draft-session.ts'
import { saveWords } from '../../../web/src/drafts/save-state.ts'
import { device } from './device-storage.ts'

const ASGER = 'per_asger'
const bare: Initiative = {
  id: 'ini_1',
  status: 'draft',
  visibility: 'organisation',
  version: 1,
  unitId: 'boernemyndighed',
  areaId: 'boern-familie',
  core: [],
  adaptable: [],
  themes: [],
  keywords: [],
  questions: [],
  counts: { comments: 0, adoptions: 0, inUse: 0, reactions: 0 },
  author: { personId: ASGER, name: 'Asger Bech', unitId: 'boernemyndighed' },
  createdAt: '2026-11-23T12:00:00Z',
  updatedAt: '2026-11-23T12:00:00Z',
}

const set = (fields: object): Partial<Initiative> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? undefined]))

/** One card on a server that keeps the contract; `line` decides what becomes of the next requests and answers. */
const server = () => {
  const made = new Map<string, { body: string; card: Initiative }>()
  let card: Initiative | undefined
  const line: { next: ('ok' | 'lost' | 'answer lost' | ApiProblem)[] } = { next: [] }
  const sends: object[] = []
  const through = async <T>(write: () => T): Promise<T> => {
    const fate = line.next.shift() ?? 'ok'
    if (fate === 'lost') throw offline()
    if (fate instanceof ApiProblem) throw fate
    const answer = write()
    if (fate === 'answer lost') throw offline()
    return answer
  }
  const api: DraftApi = {
    create: (body, key) =>
      through(() => {
        sends.push(body)
        const sent = JSON.stringify(body)
        const earlier = made.get(key)
        if (earlier && earlier.body !== sent)
          throw new ApiProblem({ code: 'idempotency_key_reused', status: 422 })
        if (!earlier) {
          card = { ...bare, ...set(body), id: `ini_${made.size + 1}`, version: 1 }
          made.set(key, { body: sent, card })
        }
        return card ?? bare
      }),
    patch: (_, version, body) =>
      through(() => {
        sends.push(body)
        if (!card || version !== card.version) throw new ApiProblem({ code: 'stale', status: 412 })
        card = { ...card, ...set(body), version: version + 1 }
        return card
      }),
    read: () => through(() => card ?? bare),
  }
  return {
    api,
    line,
    sends,
    count: () => made.size,
    card: () => card ?? bare,
    /** A colleague saves. */
    colleague: (fields: Partial<Initiative>) => {
      card = { ...(card ?? bare), ...fields, version: (card ?? bare).version + 1 }
    },
  }
}

let storage = device()
let portal = server()
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T12:20:00Z') })
  storage = device()
  portal = server()
})
afterEach(() => {
  vi.useRealTimers()
})

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
const open = (begun: Parameters<typeof openDraft>[0], autosaves = true): DraftSession =>
  openDraft(begun, {
    api: portal.api,
    storage,
    personId: ASGER,
    now: () => Date.now(),
    later,
    newKey: () => 'key-2',
    onChange: () => {},
    autosaves,
  })
const fresh = () => open({ draft: newDraft('key-1', 'Asger Bech, rådgiver'), merged: false })
const type = (session: DraftSession, path: 'title' | 'summary' | 'action', text: string) =>
  session.edit(withText(session.now().form, path, text))
const pause = () => vi.advanceTimersByTimeAsync(QUIET)
const words = (session: DraftSession) =>
  saveWords(session.now().save, {
    device: 'telefonen',
    onDevice: session.now().onDevice,
    savedAt: session.now().savedAt,
  })?.text
const onDevice = () => deviceDrafts(storage, ASGER)

describe('a new draft', () => {
  test('is on the device at once, and on the server after a pause', async () => {
    const session = fresh()
    type(session, 'title', 'Vi læser højt')
    expect(onDevice()[0]?.form.texts.title).toBe('Vi læser højt')
    expect(portal.count()).toBe(0)
    await pause()
    expect(portal.card()).toMatchObject({ title: 'Vi læser højt', contact: 'Asger Bech, rådgiver' })
    expect(session.now().id).toBe('ini_1')
    expect(words(session)).toBe('Gemt kl. 13.20. Teksten bliver her, også hvis du lukker siden.')
    expect(onDevice()).toEqual([])
  })

  test('opening the page and saying who to ask makes no card', async () => {
    const session = fresh()
    session.edit(withText(session.now().form, 'contact', 'Asger'))
    await pause()
    expect(portal.count()).toBe(0)
    expect(unsentDraft(onDevice())).toBeUndefined()
  })

  test('a lost answer never makes two cards, whatever was typed meanwhile', async () => {
    portal.line.next = ['answer lost']
    const session = fresh()
    type(session, 'title', 'Vi læser højt')
    await pause()
    expect(words(session)).toBe('Gemt på telefonen kl. 13.20. Den bliver sendt, når du er på igen.')
    type(session, 'title', 'Vi læser vores afgørelser højt')
    session.resume()
    await pause()
    expect(portal.count()).toBe(1)
    expect(portal.card().title).toBe('Vi læser vores afgørelser højt')
    expect(session.now().merged).toBe(false)
  })

  test('a tab that crashes before the answer goes on from the device with the same card', async () => {
    portal.line.next = ['answer lost', 'lost', 'lost', 'lost']
    const crashed = fresh()
    type(crashed, 'title', 'Vi læser højt')
    await pause()
    type(crashed, 'summary', 'Hver torsdag')
    crashed.close()

    portal.line.next = []
    const kept = unsentDraft(onDevice())
    expect(kept?.form.texts.summary).toBe('Hver torsdag')
    const session = open({ draft: kept ?? newDraft('key-3', ''), merged: false })
    expect(await session.save()).toBe('saved')
    expect(portal.count()).toBe(1)
    expect(portal.card()).toMatchObject({ title: 'Vi læser højt', summary: 'Hver torsdag' })
  })

  test('a key that another tab used for other words is let go; the words become a card', async () => {
    await portal.api.create({ title: 'Noget andet' }, 'key-1', { notCpr: false })
    const session = fresh()
    type(session, 'title', 'Vi læser højt')
    await pause()
    expect(portal.count()).toBe(2)
    expect(portal.card().title).toBe('Vi læser højt')
  })
})

describe('a CPR number', () => {
  test('goes neither to the server nor to the device; the rest does, and the text before it stays', async () => {
    const session = fresh()
    type(session, 'action', 'Vi ringer op.')
    type(session, 'action', 'Vi ringer op. 010190-1234')
    type(session, 'title', 'Ring først')
    await pause()
    expect(portal.card().title).toBe('Ring først')
    expect(JSON.stringify(portal.sends)).not.toContain('1234')
    expect(session.now().wrongs.map(wrong => wrong.path)).toEqual(['action'])
    expect(words(session)).toBe('Ret det, der er markeret, så bliver resten gemt.')
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    expect(names.map(name => storage.getItem(name)).join()).not.toContain('1234')
    expect(onDevice()[0]?.form.texts.action).toBe('Vi ringer op.')
  })

  test('ten digits that the person vouches for are sent', async () => {
    const session = fresh()
    type(session, 'action', 'Sag 0101901234')
    await pause()
    expect(portal.count()).toBe(0)
    session.vouch('action')
    await pause()
    expect(portal.card().action).toBe('Sag 0101901234')
  })
})

describe('bad luck', () => {
  test('signed out: the text stays, says so, and goes on when the person is back', async () => {
    portal.line.next = [new ApiProblem({ code: 'unauthenticated', status: 401 })]
    const session = fresh()
    type(session, 'title', 'Vi læser højt')
    await pause()
    expect(words(session)).toBe('Du er logget ud. Det, du skrev, er gemt.')
    expect(unsentDraft(onDevice())?.form.texts.title).toBe('Vi læser højt')
    session.resume()
    await pause()
    expect(portal.card().title).toBe('Vi læser højt')
  })

  test('what the server refuses is put on its field, until it is typed in again', async () => {
    const fields = [{ path: 'title', code: 'invalid' as const, message: 'Det kan ikke bruges her.' }]
    portal.line.next = [new ApiProblem({ code: 'invalid', status: 422, fields })]
    const session = fresh()
    type(session, 'title', 'Vi læser højt')
    await pause()
    expect(session.now().wrongs).toEqual([{ path: 'title', message: 'Det kan ikke bruges her.' }])
    type(session, 'title', 'Vi læser højt igen')
    expect(session.now().wrongs).toEqual([])
    await pause()
    expect(portal.card().title).toBe('Vi læser højt igen')
  })

  test('a device that keeps nothing is not said to keep it', async () => {
    portal.line.next = ['lost']
    storage = device(true)
    const session = fresh()
    type(session, 'title', 'Vi læser højt')
    await pause()
    expect(words(session)).toBe('Luk ikke siden: teksten står kun her. Den bliver sendt, når du er på igen.')
  })
})

describe('two who write at once', () => {
  const opened = async () => {
    const session = fresh()
    type(session, 'title', 'Vi læser højt')
    await pause()
    return session
  }

  test('different fields: both stay', async () => {
    const session = await opened()
    portal.colleague({ summary: 'Hver torsdag.' })
    type(session, 'action', 'En halv time.')
    await pause()
    expect(portal.card()).toMatchObject({ summary: 'Hver torsdag.', action: 'En halv time.' })
    expect(session.now()).toMatchObject({ merged: true, conflict: undefined })
    expect(session.now().form.texts.summary).toBe('Hver torsdag.')
  })

  test('the same field: nothing is overwritten before somebody chooses, and the choice can be undone', async () => {
    const session = await opened()
    portal.colleague({ title: 'Læs det højt' })
    type(session, 'title', 'Vi læser det højt')
    await pause()
    expect(portal.card().title).toBe('Læs det højt')
    expect(session.now().conflict?.fields).toEqual(['title'])
    expect(onDevice()[0]?.form.texts.title).toBe('Vi læser det højt')
    session.choose('theirs')
    await pause()
    expect(session.now().form.texts.title).toBe('Læs det højt')
    session.swap()
    await pause()
    expect(portal.card().title).toBe('Vi læser det højt')
  })

  test('my own save whose answer was lost is no colleague', async () => {
    const session = await opened()
    portal.line.next = ['answer lost']
    type(session, 'title', 'Vi læser højt om torsdagen')
    await pause()
    type(session, 'title', 'Vi læser højt hver torsdag')
    session.resume()
    await pause()
    expect(session.now()).toMatchObject({ conflict: undefined, merged: false })
    expect(portal.card().title).toBe('Vi læser højt hver torsdag')
  })

  test('nor is it after a crash', async () => {
    const crashed = await opened()
    portal.line.next = ['answer lost', 'lost', 'lost', 'lost']
    type(crashed, 'title', 'Vi læser højt om torsdagen')
    await pause()
    type(crashed, 'title', 'Vi læser højt hver torsdag')
    crashed.close()
    const begun = beginFrom(portal.card(), onDevice())
    expect(begun).toMatchObject({ found: true, merged: false })
    expect(begun.conflict).toBeUndefined()
    expect(begun.draft.form.texts.title).toBe('Vi læser højt hver torsdag')
  })

  test('text on the device meets a newer card: the person chooses there too', async () => {
    const away = await opened()
    portal.line.next = ['lost', 'lost', 'lost', 'lost']
    type(away, 'title', 'Min titel')
    away.close()
    portal.colleague({ title: 'Deres titel' })
    portal.line.next = []
    const session = open(beginFrom(portal.card(), onDevice()))
    expect(session.now().conflict?.theirs.texts.title).toBe('Deres titel')
    session.choose('mine')
    await pause()
    expect(portal.card().title).toBe('Min titel')
  })
})

describe('a published card', () => {
  test('half sentences stay on the device until the person saves', async () => {
    const session = open(beginFrom({ ...bare, status: 'published', title: 'Ring' }, []), false)
    type(session, 'title', 'Ring, før du')
    await vi.advanceTimersByTimeAsync(100 * QUIET)
    expect(portal.sends).toEqual([])
    expect(words(session)).toContain('Kolleger ser det, når du gemmer ændringerne.')
    expect(onDevice()[0]).toMatchObject({ id: 'ini_1', version: 1 })
  })

  test('once forgotten, nothing comes back to the device', async () => {
    const session = fresh()
    type(session, 'title', 'Vi læser højt')
    const saving = session.save()
    session.forget()
    await saving
    expect(onDevice()).toEqual([])
    const sent = portal.sends.length
    type(session, 'title', 'Vi læser højt igen')
    await session.save()
    expect(portal.sends).toHaveLength(sent)
    expect(onDevice()).toEqual([])
  })
})

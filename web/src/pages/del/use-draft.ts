import { createSignal, onCleanup, onMount } from 'solid-js'
import type { Begun } from '../../drafts/begin.ts'
import type { CardForm } from '../../drafts/card-form.ts'
import type { Wrong } from '../../drafts/check.ts'
import { browserStorage } from '../../drafts/device.ts'
import type { DraftNow } from '../../drafts/draft-now.ts'
import { openDraft } from '../../drafts/draft-session.ts'
import { draftApi } from './draft-api.ts'

type Options = {
  begun: Begun
  personId: string
  autosaves: boolean
  /** The server has it: it has an address now. */
  onCreated?: (id: string) => void
}

/** A draft as the page sees it, for as long as the page is there. */
export const useDraft = ({ begun, personId, autosaves, onCreated }: Options) => {
  const [now, setNow] = createSignal<DraftNow>()
  const session = openDraft(begun, {
    api: draftApi,
    storage: browserStorage(),
    personId,
    autosaves,
    now: () => Date.now(),
    newKey: () => crypto.randomUUID(),
    later: (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onChange: draft => {
      const isNew = draft.id !== undefined && now()?.id === undefined && begun.draft.id === undefined
      setNow(draft)
      if (isNew && draft.id !== undefined) onCreated?.(draft.id)
    },
  })
  setNow(session.now())

  const resume = () => session.resume()
  const saveWhenHidden = () => {
    if (autosaves && document.visibilityState === 'hidden' && isDirty()) void session.save()
  }
  const isDirty = () => now()?.save.kind !== 'saved' && now()?.save.kind !== 'untouched'
  onMount(() => {
    addEventListener('online', resume)
    document.addEventListener('visibilitychange', saveWhenHidden)
    if (begun.found && autosaves) void session.save()
  })
  onCleanup(() => {
    removeEventListener('online', resume)
    document.removeEventListener('visibilitychange', saveWhenHidden)
    session.close()
  })

  const draft = (): DraftNow => now() ?? session.now()
  const wrong = (path: string): Wrong | undefined => draft().wrongs.find(one => one.path === path)
  const edit = (change: (form: CardForm) => CardForm): void => session.edit(change(draft().form))
  return { ...session, draft, wrong, edit }
}
export type Draft = ReturnType<typeof useDraft>

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
  const isUnsent = () => session.now().save.kind === 'saving'
  /** Text that is kept nowhere: a CPR number, or a device that refuses. */
  const warnOfLoss = (event: BeforeUnloadEvent) => {
    const { onDevice, wrongs } = session.now()
    if (!onDevice || wrongs.some(wrong => wrong.cpr !== undefined)) event.preventDefault()
  }
  const saveWhenHidden = () => {
    if (autosaves && document.visibilityState === 'hidden' && isUnsent()) void session.save()
  }
  onMount(() => {
    addEventListener('online', resume)
    addEventListener('beforeunload', warnOfLoss)
    document.addEventListener('visibilitychange', saveWhenHidden)
    if (begun.found && autosaves) void session.save()
  })
  onCleanup(() => {
    removeEventListener('online', resume)
    removeEventListener('beforeunload', warnOfLoss)
    document.removeEventListener('visibilitychange', saveWhenHidden)
    if (autosaves && isUnsent()) void session.save()
    session.close()
  })

  const draft = (): DraftNow => now() ?? session.now()
  const wrong = (path: string): Wrong | undefined => draft().wrongs.find(one => one.path === path)
  const edit = (change: (form: CardForm) => CardForm): void => session.edit(change(draft().form))
  return { ...session, draft, wrong, edit }
}
export type Draft = ReturnType<typeof useDraft>

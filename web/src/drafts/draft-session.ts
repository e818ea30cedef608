import { type ApiProblem, asProblem } from '../api/problem.ts'
import { createAutosave, type Tried } from './autosave.ts'
import type { Begun } from './begin.ts'
import { createBody, patchBody } from './bodies.ts'
import { changedFields, formOf, takeFields } from './card-fields.ts'
import type { CardForm } from './card-form.ts'
import { checkForm, heldBack, secretFields, type Wrong } from './check.ts'
import { dropDraft, keepDraft } from './device.ts'
import { type DraftDeps, type DraftNow, hasContent, type Written } from './draft-now.ts'
import { baseInDoubt, mergeForms } from './merge.ts'

/** States that typing ends: what was said of the text no longer holds. */
const AT_REST = new Set(['untouched', 'saved', 'refused', 'gone'])

/** So many saves without an answer are remembered; on a bad line more than one may have landed. */
const IN_DOUBT = 4

/**
 * One card while it is written. Every change is on the device at once; the server gets it in pauses (`autosaves`) or
 * when asked. A field with a CPR number in it is kept nowhere: there its last text without one stays.
 */
export const openDraft = ({ draft: start, conflict, merged }: Omit<Begun, 'found'>, deps: DraftDeps) => {
  const { api, storage, personId, now } = deps
  let clean = start.form
  let forgotten = false
  let refused: readonly Wrong[] = []
  let draft: DraftNow = {
    ...start,
    save: conflict ? { kind: 'conflict' } : { kind: 'untouched' },
    onDevice: true,
    wrongs: checkForm(start.form, start.vouched, start.base),
    conflict,
    merged,
  }

  const set = (change: Partial<DraftNow>): void => {
    draft = { ...draft, ...change }
    deps.onChange(draft)
  }

  /** Checks the text, and keeps it on the device as far as it may be kept. */
  const settle = (change: Partial<DraftNow>): void => {
    const next = { ...draft, ...change }
    const wrongs = checkForm(next.form, next.vouched, next.base)
    clean = takeFields(next.form, clean, secretFields(wrongs))
    const { key, id, version, base, originId, posted, sent, vouched } = next
    const savedAt = now()
    const isClean = changedFields(clean, base).length === 0 && posted === undefined
    if (isClean) dropDraft(storage, personId, key)
    const kept = { key, id, version, form: clean, base, originId, posted, sent, vouched, savedAt }
    const onDevice = isClean || forgotten || keepDraft(storage, personId, kept)
    set({ ...change, savedAt, onDevice, wrongs: [...wrongs, ...refused] })
  }

  /** A colleague's version came in: what both changed is put to the person, the rest is both. */
  const takeIn = (theirs: Written, base: CardForm): boolean => {
    const now = formOf(theirs)
    const { merged, disputed, taken } = mergeForms(baseInDoubt(base, draft.sent, now), draft.form, now)
    if (disputed.length > 0) {
      const conflict = { theirs: now, version: theirs.version, fields: disputed }
      settle({ form: merged, id: theirs.id, conflict, sent: [], save: { kind: 'conflict' } })
      return false
    }
    const { id, version } = theirs
    settle({ form: merged, base: now, id, version, sent: [], merged: draft.merged || taken.length > 0 })
    return true
  }

  const create = async (vouch: { notCpr: boolean }): Promise<boolean> => {
    const held = heldBack(draft.wrongs)
    const posted = draft.posted ?? {
      form: takeFields(draft.form, draft.base, held),
      originId: draft.originId,
    }
    if (draft.posted === undefined && !hasContent(posted.form, draft.base)) return false
    settle({ posted, save: { kind: 'saving' } })
    const made = await api.create(createBody(posted.form, posted.originId), draft.key, vouch)
    settle({ posted: undefined })
    return takeIn(made, posted.form)
  }

  const change = async (vouch: { notCpr: boolean }): Promise<void> => {
    const { id, version, form, base } = draft
    const held = heldBack(draft.wrongs)
    const body = patchBody(form, base, held)
    if (id === undefined || version === undefined || !body) return
    const sent = [...draft.sent, takeFields(form, base, held)].slice(-IN_DOUBT)
    settle({ sent, save: { kind: 'saving' } })
    const made = await api.patch(id, version, body, vouch)
    settle({ base: formOf(made), version: made.version, sent: [] })
  }

  const failed = async (problem: ApiProblem, tries: number): Promise<Tried> => {
    switch (problem.code) {
      case 'offline':
        set({ save: { kind: 'offline' } })
        return 'again'
      case 'unauthenticated':
        set({ save: { kind: 'signed-out' } })
        return 'stop'
      case 'stale': {
        const { id, base } = draft
        if (id === undefined || tries > 2) return 'again'
        return takeIn(await api.read(id), base) ? send(tries + 1) : 'stop'
      }
      case 'invalid':
      case 'cpr_number':
        refused = problem.fields.map(({ path, message }) => ({ path, message }))
        settle({ posted: undefined, sent: [], save: { kind: 'refused' } })
        return 'stop'
      case 'idempotency_key_reused':
        // Another tab sent this draft with other words; these become a card of their own rather than be lost.
        dropDraft(storage, personId, draft.key)
        settle({ key: deps.newKey(), posted: undefined })
        return tries > 2 ? 'again' : send(tries + 1)
      default:
        if (problem.status < 500 && problem.status !== 429) {
          set({ save: { kind: 'gone', problem } })
          return 'stop'
        }
        set({ save: { kind: 'failed', requestId: problem.requestId } })
        return 'again'
    }
  }

  const send = async (tries = 0): Promise<Tried> => {
    const vouch = { notCpr: draft.vouched.length > 0 }
    try {
      if (forgotten || draft.conflict) return 'stop'
      if (draft.id === undefined && !(await create(vouch))) {
        if (!draft.conflict) set({ save: { kind: 'untouched' } })
        return draft.conflict ? 'stop' : 'saved'
      }
      await change(vouch)
      set({ save: heldBack(draft.wrongs).length > 0 ? { kind: 'refused' } : { kind: 'saved', at: now() } })
      return 'saved'
    } catch (error) {
      return failed(asProblem(error), tries).catch((again: unknown) => failed(asProblem(again), 3))
    }
  }

  const autosave = createAutosave({ send: () => send(), later: deps.later })
  const typed = (change: Partial<DraftNow>): void => {
    refused = []
    settle(change)
    if (deps.autosaves) autosave.touch()
    else set({ save: { kind: 'kept' } })
    if (deps.autosaves && AT_REST.has(draft.save.kind)) set({ save: { kind: 'saving' } })
  }

  return {
    now: (): DraftNow => draft,
    edit: (form: CardForm): void => typed({ form }),
    /** The person says that the ten digits at `path` are no CPR number. */
    vouch: (path: string): void => typed({ vouched: [...draft.vouched, path] }),
    save: (): Promise<Tried> => autosave.flush(),
    resume: (): void => autosave.resume(),
    /** Ends a dispute; the other version is set aside, not thrown away. */
    choose: (side: 'mine' | 'theirs'): void => {
      const { conflict, form } = draft
      if (!conflict) return
      const chosen = side === 'mine' ? form : takeFields(form, conflict.theirs, conflict.fields)
      const aside = side === 'mine' ? takeFields(form, conflict.theirs, conflict.fields) : form
      typed({ form: chosen, base: conflict.theirs, version: conflict.version, conflict: undefined, aside })
    },
    /** The version that was set aside comes back, and the present one is set aside. */
    swap: (): void => {
      if (draft.aside) typed({ form: draft.aside, aside: draft.form })
    },
    /** The device lets go of it: published, deleted, or begun anew. */
    forget: (): void => {
      forgotten = true
      autosave.close()
      dropDraft(storage, personId, draft.key)
    },
    close: (): void => autosave.close(),
  }
}
export type DraftSession = ReturnType<typeof openDraft>

import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { forgetLists } from '../../api/fresh.ts'
import { deleteInitiative, publishInitiative } from '../../api/initiatives.ts'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import { FIELDS, fieldOfPath } from '../../drafts/card-fields.ts'
import { missing, type Wrong } from '../../drafts/check.ts'
import { controlId } from './labels.ts'
import type { Draft } from './use-draft.ts'

const PLACES = new Map<string | undefined, number>(FIELDS.map((field, index) => [field, index]))
const place = (path: string): number => PLACES.get(fieldOfPath(path)) ?? FIELDS.length

/** The way from a draft to a published card, and what stands in it. */
export const usePublish = (draft: Draft) => {
  const navigate = useNavigate()
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const [refused, setRefused] = createSignal<readonly Wrong[]>([])

  /** What is missing is only said once somebody has tried. */
  const wrongs = (): Wrong[] => {
    const { form, wrongs: typed } = draft.draft()
    const lacking = tried() ? missing(form) : []
    const told = refused().filter(one => lacking.every(other => other.path !== one.path))
    return [...typed, ...lacking, ...told].sort((a, b) => place(a.path) - place(b.path))
  }
  const focusFirst = () => {
    const [first] = wrongs()
    if (first) document.getElementById(controlId(first.path))?.focus()
  }

  const saved = async (): Promise<string | undefined> => {
    const outcome = await draft.save()
    const { id, conflict } = draft.draft()
    if (conflict) document.getElementById('sammenlign')?.focus()
    return outcome === 'saved' && !conflict ? id : undefined
  }
  const attempt = async (run: () => Promise<void>): Promise<void> => {
    if (busy()) return
    setTried(true)
    setProblem(undefined)
    setRefused([])
    if (wrongs().length > 0) return focusFirst()
    setBusy(true)
    try {
      await run()
    } catch (error) {
      const found = asProblem(error)
      setRefused(found.fields.map(({ path, message }) => ({ path, message })))
      setProblem(found)
      focusFirst()
    } finally {
      setBusy(false)
    }
  }

  const toCard = async (id: string, said: 'published' | 'changed') => {
    draft.forget()
    await forgetLists(id)
    navigate(`/greb/${id}`, { state: { said } })
  }

  return {
    busy,
    problem,
    wrongs,
    tried,
    publish: () =>
      attempt(async () => {
        const id = await saved()
        if (id === undefined) return
        await publishInitiative(id)
        await toCard(id, 'published')
      }),
    saveChanges: () =>
      attempt(async () => {
        const id = await saved()
        if (id !== undefined) await toCard(id, 'changed')
      }),
    remove: async () => {
      setProblem(undefined)
      try {
        // A save under way may still make the card that is to go.
        if (draft.draft().save.kind === 'saving') await draft.save()
        const { id } = draft.draft()
        if (id !== undefined) await deleteInitiative(id)
        draft.forget()
        if (id !== undefined) await forgetLists(id)
        navigate('/enhed')
      } catch (error) {
        setProblem(asProblem(error))
      }
    },
  }
}
export type Publish = ReturnType<typeof usePublish>

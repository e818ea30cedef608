import { createSignal, onCleanup, onMount } from 'solid-js'
import type { Adoption } from '#shared/contract/adoption.ts'
import { deleteAdoption, putAdoption } from '../../api/adoptions.ts'
import { forgetLists } from '../../api/fresh.ts'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import type { Wrong } from '../../drafts/check.ts'
import { browserStorage, dropFromDevice, keepOnDevice, readFromDevice } from '../../drafts/device.ts'
import {
  ADOPTION_TEXTS,
  type AdoptionForm,
  type AdoptionText,
  adoptionBody,
  adoptionName,
  checkAdoption,
  formOfAdoption,
  parseKeptAdoption,
  sameAdoption,
} from './adoption-form.ts'
import { type MergedAdoption, mergeAdoption } from './merge-adoption.ts'
import { ourAdoption } from './our-adoption.ts'

type Options = {
  initiativeId: string
  unitId: string
  personId: string
  /** What our unit already said; without it the adoption is new. */
  existing: Adoption | undefined
  start: AdoptionForm
}

/** One unit's adoption while it is written: on the device until it is sent, and sent whole. */
export const useAdoption = ({ initiativeId, unitId, personId, existing, start }: Options) => {
  const storage = browserStorage()
  const name = adoptionName(personId, initiativeId)
  const kept = parseKeptAdoption(readFromDevice(storage, name))
  const begun = kept
    ? mergeAdoption(kept.base, kept.form, existing ? formOfAdoption(existing) : kept.base)
    : undefined

  const [before, setBefore] = createSignal(existing)
  const base = (): AdoptionForm => {
    const known = before()
    return known ? formOfAdoption(known) : start
  }
  const [form, setForm] = createSignal(begun?.merged ?? start)
  const [vouched, setVouched] = createSignal<readonly string[]>(kept?.vouched ?? [])
  const [theirs, setTheirs] = createSignal<MergedAdoption['theirs']>(begun?.theirs ?? [])
  const [problem, setProblem] = createSignal<ApiProblem>()
  const [refused, setRefused] = createSignal<readonly Wrong[]>([])
  const [busy, setBusy] = createSignal(false)
  const [onDevice, setOnDevice] = createSignal(kept !== undefined)
  let clean = form()

  const wrongs = (): Wrong[] => [...checkAdoption(form(), vouched(), before() && base()), ...refused()]
  const keep = (): void => {
    const secret = wrongs().filter(wrong => wrong.cpr !== undefined)
    const texts = { ...form().texts }
    for (const path of ADOPTION_TEXTS) {
      if (secret.some(wrong => wrong.path === path)) texts[path] = clean.texts[path]
    }
    clean = { ...form(), texts }
    if (sameAdoption(clean, base())) {
      dropFromDevice(storage, name)
      setOnDevice(false)
    } else setOnDevice(keepOnDevice(storage, name, { form: clean, base: base(), vouched: vouched() }))
  }
  const edit = (change: (form: AdoptionForm) => AdoptionForm): void => {
    setRefused([])
    setForm(change(form()))
    keep()
  }

  /** Somebody of our unit was faster: theirs comes in beside ours, and the person looks before sending again. */
  const takeIn = async (): Promise<void> => {
    const now = await ourAdoption(initiativeId, unitId)
    if (!now) return
    const merge = mergeAdoption(base(), form(), formOfAdoption(now))
    setBefore(now)
    setForm(merge.merged)
    setTheirs(merge.theirs)
    keep()
  }

  const send = async (last: Partial<AdoptionForm> = {}): Promise<boolean> => {
    if (busy()) return false
    setProblem(undefined)
    if (wrongs().length > 0) return false
    setBusy(true)
    try {
      const known = before()
      if (!known && (await ourAdoption(initiativeId, unitId))) {
        await takeIn()
        return false
      }
      const body = adoptionBody({ ...form(), ...last })
      await putAdoption(initiativeId, unitId, body, { notCpr: vouched().length > 0, version: known?.version })
      dropFromDevice(storage, name)
      await forgetLists(initiativeId)
      return true
    } catch (error) {
      const found = asProblem(error)
      setRefused(found.fields.map(({ path, message }) => ({ path, message })))
      setProblem(found)
      if (found.code === 'stale') await takeIn().catch(() => {})
      return false
    } finally {
      setBusy(false)
    }
  }

  const leave = async (): Promise<boolean> => {
    setProblem(undefined)
    try {
      await deleteAdoption(initiativeId, unitId)
      dropFromDevice(storage, name)
      await forgetLists(initiativeId)
      return true
    } catch (error) {
      setProblem(asProblem(error))
      return false
    }
  }

  const retryWhenBack = () => problem()?.code === 'offline' && setProblem(undefined)
  onMount(() => addEventListener('online', retryWhenBack))
  onCleanup(() => removeEventListener('online', retryWhenBack))

  return {
    form,
    edit,
    write: (path: AdoptionText, text: string) =>
      edit(form => ({ ...form, texts: { ...form.texts, [path]: text } })),
    wrong: (path: string) => wrongs().find(one => one.path === path),
    wrongs,
    vouch: (path: string) => {
      setVouched([...vouched(), path])
      keep()
    },
    theirs,
    takeTheirs: (path: AdoptionText) => {
      const other = theirs().find(one => one.path === path)
      if (!other) return
      edit(form => ({ ...form, texts: { ...form.texts, [path]: other.text } }))
      setTheirs(theirs().filter(one => one.path !== path))
    },
    found: kept !== undefined,
    onDevice,
    problem,
    busy,
    send,
    leave,
  }
}
export type AdoptionDraft = ReturnType<typeof useAdoption>

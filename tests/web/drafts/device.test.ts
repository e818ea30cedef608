import { describe, expect, test } from 'vitest'
import { emptyForm, withText } from '../../../web/src/drafts/card-form.ts'
import { type DeviceDraft, deviceDrafts, dropDraft, keepDraft } from '../../../web/src/drafts/device.ts'
import { device } from './device-storage.ts'

const draft = (key: string, savedAt: number, title = 'Vi læser højt'): DeviceDraft => ({
  key,
  form: withText(emptyForm('Asger Bech, rådgiver'), 'title', title),
  base: emptyForm('Asger Bech, rådgiver'),
  vouched: ['action'],
  sent: [emptyForm()],
  posted: { form: withText(emptyForm(), 'title', 'Vi'), originId: 'ini_1' },
  originId: 'ini_1',
  savedAt,
})

describe('drafts on the device', () => {
  test('what was kept is read back whole, newest first', () => {
    const storage = device()
    keepDraft(storage, 'per_asger', draft('a', 1))
    keepDraft(storage, 'per_asger', { ...draft('b', 2), id: 'ini_2', version: 4 })
    const [newest, older] = deviceDrafts(storage, 'per_asger')
    expect(newest).toEqual({ ...draft('b', 2), id: 'ini_2', version: 4 })
    expect(older).toEqual(draft('a', 1))
  })

  test('nobody else on the same phone sees it', () => {
    const storage = device()
    keepDraft(storage, 'per_asger', draft('a', 1))
    expect(deviceDrafts(storage, 'per_mette')).toEqual([])
    dropDraft(storage, 'per_asger', 'a')
    expect(deviceDrafts(storage, 'per_asger')).toEqual([])
  })

  test('a full or missing storage says so instead of promising', () => {
    expect(keepDraft(device(true), 'per_asger', draft('a', 1))).toBe(false)
    expect(keepDraft(undefined, 'per_asger', draft('a', 1))).toBe(false)
    expect(deviceDrafts(undefined, 'per_asger')).toEqual([])
  })

  test.each([
    ['no JSON', '{"format":1,"form":{'],
    ['another format', '{"format":2,"form":{"texts":{}},"base":{"texts":{}}}'],
    ['no form', '{"format":1,"form":7}'],
    ['null', 'null'],
  ])('passes over what it cannot read: %s', (_, raw) => {
    const storage = device()
    storage.setItem('draft:per_asger:a', raw)
    expect(deviceDrafts(storage, 'per_asger')).toEqual([])
  })

  test('strange values inside become empty, the texts stay', () => {
    const storage = device()
    const form = {
      texts: { title: 'Vi', summary: 7 },
      lists: { core: ['a', 1] },
      experience: 'great',
      visibility: 'all',
    }
    storage.setItem(
      'draft:per_asger:a',
      JSON.stringify({ format: 1, form, base: { texts: {} }, savedAt: 'now' }),
    )
    const [read] = deviceDrafts(storage, 'per_asger')
    expect(read?.form.texts).toMatchObject({ title: 'Vi', summary: '' })
    expect(read?.form.lists.core).toEqual(['a'])
    expect(read?.form.experience).toBeUndefined()
    expect(read?.form.visibility).toBe('organisation')
    expect(read?.savedAt).toBe(0)
  })
})

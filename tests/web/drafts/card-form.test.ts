import { describe, expect, test } from 'vitest'
import { createBody, patchBody } from '../../../web/src/drafts/bodies.ts'
import { changedFields, fieldOfPath, formOf } from '../../../web/src/drafts/card-fields.ts'
import { emptyForm, withList, withText } from '../../../web/src/drafts/card-form.ts'
import { CPR_MESSAGE, checkForm, heldBack, missing, secretFields } from '../../../web/src/drafts/check.ts'
import { mergeForms } from '../../../web/src/drafts/merge.ts'

const reading = withText(
  withText(emptyForm('Asger Bech, rådgiver'), 'title', 'Vi læser vores egne afgørelser højt'),
  'challenge',
  'Det lyder, som om vi skriver til en advokat.',
)

describe('what is sent', () => {
  test('the same form gives the same body, so that a lost answer can be asked for again', () => {
    expect(JSON.stringify(createBody({ ...reading }, 'ini_1'))).toBe(
      JSON.stringify(createBody(reading, 'ini_1')),
    )
    expect(createBody(reading, 'ini_1')).toMatchObject({
      status: 'draft',
      title: 'Vi læser vores egne afgørelser højt',
      contact: 'Asger Bech, rådgiver',
      summary: null,
      origin: { kind: 'adapted', initiativeId: 'ini_1' },
    })
  })

  test('only what changed, and null for what was emptied', () => {
    const next = withText(withText(reading, 'title', ''), 'summary', ' To rådgivere læser højt. ')
    expect(patchBody(next, reading)).toEqual({ title: null, summary: 'To rådgivere læser højt.' })
    expect(
      patchBody(withText(reading, 'title', ' Vi læser vores egne afgørelser højt\n'), reading),
    ).toBeUndefined()
  })

  test('a new experience lets the stage follow it again', () => {
    expect(patchBody({ ...reading, experience: 'works' }, reading)).toEqual({
      experience: 'works',
      stage: null,
    })
  })

  test('groups go whole: evidence with its effect, and not without', () => {
    const told = {
      ...withText(reading, 'effect.text', 'Elleve færre »jævnfør«.'),
      evidence: 'counted' as const,
    }
    expect(patchBody(told, reading)).toEqual({
      effect: { text: 'Elleve færre »jævnfør«.', evidence: 'counted' },
    })
    expect(patchBody({ ...reading, evidence: 'counted' }, reading)).toBeUndefined()
  })

  test('a card from the server and back is unchanged', () => {
    const card = {
      visibility: 'area' as const,
      title: 'Ring, før du skriver',
      core: ['Opkaldet før papiret'],
      requirements: { permission: 'Lederen siger ja' },
      removed: { what: 'Skema 4' },
      themes: ['forenkling'],
    }
    expect(changedFields(formOf(card), formOf({ ...card }))).toEqual([])
    expect(
      patchBody(withList(formOf(card), 'core', ['Opkaldet før papiret', ' ', '']), formOf(card)),
    ).toBeUndefined()
  })
})

describe('checks as one types', () => {
  test('a CPR number is found in texts and lists, and stays out of everything', () => {
    const form = withList(withText(reading, 'action', 'Vi ringede til 010190-1234.'), 'core', [
      'ok',
      '0101901234',
    ])
    const wrongs = checkForm(form)
    expect(wrongs).toEqual([
      { path: 'action', message: CPR_MESSAGE, cpr: 'separated' },
      { path: 'core.1', message: CPR_MESSAGE, cpr: 'bare' },
    ])
    expect(secretFields(wrongs)).toEqual(['action', 'core'])
  })

  test('ten digits in a row can be vouched for, a separated number cannot', () => {
    const bare = withText(reading, 'action', 'Sag 0101901234')
    expect(checkForm(bare, ['action'])).toEqual([])
    const separated = withText(reading, 'action', 'Sag 010190 1234')
    expect(checkForm(separated, ['action'])).toHaveLength(1)
  })

  test('what the server already has is not questioned again', () => {
    const bare = withText(reading, 'action', 'Sag 0101901234')
    expect(checkForm(bare, [], bare)).toEqual([])
    expect(checkForm(withText(bare, 'action', 'Sag 0101901234 og mere'), [], bare)).toHaveLength(1)
  })

  test('lengths are counted as the server counts them', () => {
    expect(checkForm(withText(reading, 'title', '🙂'.repeat(120)))).toEqual([])
    const wrongs = checkForm(withText(reading, 'title', 'x'.repeat(121)))
    expect(wrongs).toEqual([{ path: 'title', message: 'Skriv højst 120 tegn.' }])
    expect(heldBack(wrongs)).toEqual(['title'])
    expect(secretFields(wrongs)).toEqual([])
  })

  test('an owner of what was removed needs the thing itself', () => {
    expect(checkForm(withText(reading, 'removed.owner', 'Økonomi')).map(wrong => wrong.path)).toEqual([
      'removed.what',
    ])
  })

  test('five things publish a card; blank ones are missing', () => {
    expect(missing(withText(reading, 'summary', ' \u200b ')).map(wrong => wrong.path)).toEqual([
      'summary',
      'action',
      'experience',
    ])
  })

  test('a path finds its field', () => {
    expect(['core.1', 'effect.text', 'title', 'nothing'].map(fieldOfPath)).toEqual([
      'core',
      'effect',
      'title',
      undefined,
    ])
  })
})

describe('two who wrote at once', () => {
  test('fields that only one of them touched are no dispute', () => {
    const mine = withText(reading, 'title', 'Vi læser højt')
    const theirs = withText(reading, 'action', 'En halv time om torsdagen.')
    const { merged, disputed } = mergeForms(reading, mine, theirs)
    expect(disputed).toEqual([])
    expect(merged.texts.title).toBe('Vi læser højt')
    expect(merged.texts.action).toBe('En halv time om torsdagen.')
  })

  test('a field that both changed is disputed, and mine is kept meanwhile', () => {
    const mine = withText(reading, 'title', 'Vi læser højt')
    const theirs = withText(withText(reading, 'title', 'Læs det højt'), 'summary', 'Hver torsdag.')
    const { merged, disputed } = mergeForms(reading, mine, theirs)
    expect(disputed).toEqual(['title'])
    expect(merged.texts).toMatchObject({ title: 'Vi læser højt', summary: 'Hver torsdag.' })
    expect(mergeForms(reading, mine, mine).disputed).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import type { Adoption } from '#shared/contract/adoption.ts'
import {
  adoptionBody,
  checkAdoption,
  formOfAdoption,
  newAdoption,
  parseKeptAdoption,
  sameAdoption,
} from '../../../web/src/pages/proev/adoption-form.ts'
import { mergeAdoption } from '../../../web/src/pages/proev/merge-adoption.ts'
import { sentence } from '../../../web/src/pages/proev/sentence.ts'
import { firstWeekday, isDay, nextMonday, startChoices } from '../../../web/src/pages/proev/start-dates.ts'

const MONDAY = '2026-11-23'

describe('when do you begin', () => {
  test.each([
    [MONDAY, '2026-11-30'],
    ['2026-11-24', '2026-11-30'],
    ['2026-11-29', '2026-11-30'],
    ['2026-12-31', '2027-01-04'],
  ])('the Monday after %s is %s', (today, monday) => {
    expect(nextMonday(today)).toBe(monday)
  })

  test('next month begins on its first weekday', () => {
    expect(firstWeekday(MONDAY, 1)).toBe('2026-12-01')
    expect(firstWeekday('2026-07-31', 1)).toBe('2026-08-03')
    expect(firstWeekday('2026-12-15', 1)).toBe('2027-01-01')
    expect(firstWeekday('2026-12-15', -1)).toBe('2026-11-02')
  })

  test('the choices say the day they mean', () => {
    expect(startChoices(MONDAY, false)).toEqual([
      { id: 'first', label: 'På mandag', small: '30. november 2026', day: '2026-11-30' },
      { id: 'second', label: 'Næste måned', small: 'December 2026', day: '2026-12-01' },
    ])
    expect(startChoices(MONDAY, true).map(choice => choice.label)).toEqual(['I dag', 'Sidste måned'])
  })

  test('only real days are days', () => {
    expect(['2026-02-28', '2026-02-30', '', '2026-2-3', '28-02-2026'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('one sentence grows', () => {
  const unit = 'Børne- og Ungemyndighed'
  const say = (choice: Partial<Parameters<typeof sentence>[0]>) =>
    sentence({
      unit,
      stage: 'trying',
      fidelity: 'adapted',
      startedOn: '2026-11-30',
      today: MONDAY,
      ...choice,
    })
      .map(piece => piece.text)
      .join('')

  test('as the design says it', () => {
    expect(say({})).toBe('Børne- og Ungemyndighed prøver grebet, tilpasset, og begynder mandag 30. november.')
  })
  test('who considers has no day yet', () => {
    expect(say({ stage: 'considering', fidelity: 'inspired' })).toBe(
      'Børne- og Ungemyndighed overvejer grebet, som inspiration.',
    )
  })
  test('what has begun is said in the past, with the year when it is another', () => {
    expect(say({ stage: 'in_use', fidelity: 'copy', startedOn: '2025-10-01' })).toBe(
      'Børne- og Ungemyndighed bruger grebet, som det er, og begyndte onsdag 1. oktober 2025.',
    )
    expect(say({ startedOn: MONDAY })).toBe(
      'Børne- og Ungemyndighed prøver grebet, tilpasset, og begynder i dag.',
    )
  })
})

const adopted: Adoption = {
  initiativeId: 'ini_1',
  unitId: 'boernemyndighed',
  areaId: 'boern-familie',
  stage: 'trying',
  fidelity: 'adapted',
  kept: 'Opkaldet før papiret.',
  changed: 'Vi ringer kun om det praktiske.',
  touchesCore: false,
  startedOn: '2026-10-26',
  thanks: 'Tak for kaffen.',
  author: { personId: 'per_asger', name: 'Asger Bech', unitId: 'boernemyndighed' },
  version: 2,
  createdAt: '2026-10-20T08:00:00.000Z',
  updatedAt: '2026-10-26T08:00:00.000Z',
}

describe('the adoption that is sent', () => {
  test('a report keeps what was said before, for PUT replaces all of it', () => {
    const form = formOfAdoption(adopted)
    const told = {
      ...form,
      outcome: 'works' as const,
      texts: { ...form.texts, outcomeText: ' Det virker. ' },
    }
    expect(adoptionBody(told)).toEqual({
      stage: 'trying',
      fidelity: 'adapted',
      startedOn: '2026-10-26',
      outcome: 'works',
      outcomeText: 'Det virker.',
      surprise: undefined,
      thanks: 'Tak for kaffen.',
      kept: 'Opkaldet før papiret.',
      changed: 'Vi ringer kun om det praktiske.',
      touchesCore: false,
    })
    expect(sameAdoption(form, told)).toBe(false)
    expect(sameAdoption(form, formOfAdoption(adopted))).toBe(true)
  })

  test('who considers has neither outcome nor day', () => {
    const body = adoptionBody({ ...newAdoption('2026-11-30'), stage: 'considering', outcome: 'works' })
    expect(body).toMatchObject({ stage: 'considering', startedOn: undefined, outcome: undefined })
  })

  test('CPR numbers are stopped, but not what the server already has', () => {
    const form = newAdoption('2026-11-30')
    const risky = { ...form, texts: { ...form.texts, thanks: 'Tak til 010190-1234' } }
    expect(checkAdoption(risky, ['thanks']).map(wrong => wrong.path)).toEqual(['thanks'])
    expect(checkAdoption(risky, [], risky)).toEqual([])
  })

  test('it survives a night on the device', () => {
    const base = formOfAdoption(adopted)
    const kept = { form: { ...base, stage: 'in_use' as const }, base, vouched: ['thanks'] }
    expect(parseKeptAdoption(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    expect(parseKeptAdoption({ form: { stage: 'flying', texts: {} }, base: kept.base })).toBeUndefined()
    expect(parseKeptAdoption('x')).toBeUndefined()
  })
})

describe('two of one unit who report at once', () => {
  const base = formOfAdoption(adopted)
  const saying = (texts: Partial<typeof base.texts>) => ({ ...base, texts: { ...base.texts, ...texts } })

  test('what only one of them touched is no dispute', () => {
    const { merged, theirs } = mergeAdoption(
      base,
      { ...saying({ outcomeText: 'Det virker.' }), outcome: 'works' },
      { ...saying({ surprise: 'Roen.' }), stage: 'in_use' },
    )
    expect(theirs).toEqual([])
    expect(merged).toMatchObject({ outcome: 'works', stage: 'in_use' })
    expect(merged.texts).toMatchObject({ outcomeText: 'Det virker.', surprise: 'Roen.' })
  })

  test('where both wrote, mine stands and theirs is shown', () => {
    const { merged, theirs } = mergeAdoption(
      base,
      saying({ thanks: 'Tak.' }),
      saying({ thanks: 'Mange tak.' }),
    )
    expect(merged.texts.thanks).toBe('Tak.')
    expect(theirs).toEqual([{ path: 'thanks', text: 'Mange tak.' }])
  })
})

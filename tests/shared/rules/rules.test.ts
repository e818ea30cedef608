import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { danishDay, fairKey } from '#shared/rules/fair-order.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import { missingToPublish, stageFrom } from '#shared/rules/publishing.ts'
import {
  codePoints,
  firstSentence,
  hasRefusedCharacters,
  isBlank,
  normaliseLine,
  normaliseText,
} from '#shared/rules/text.ts'

describe('text', () => {
  test('is trimmed, composed, and has one kind of line break', () => {
    expect(normaliseText(' A\u030a\r\nb\rc\u2028d\t ')).toBe('Å\nb\nc\nd')
  })
  test('on one line a break or a tab becomes a space', () => {
    expect(normaliseLine('fire\nfaste\t\tfelter')).toBe('fire faste felter')
  })
  test('is counted in code points after NFC', () => {
    expect(codePoints('a\u030a')).toBe(1)
    expect(codePoints('👩‍⚕️')).toBe(4)
  })
  test('says nothing when all of it is invisible', () => {
    expect([' \u200b\n', '\u2060', 'x'].map(isBlank)).toEqual([true, true, false])
  })
  test('refuses control characters and half a surrogate pair', () => {
    expect(['a\u0000', 'a\u001b', 'a\u000b', '\ud800'].map(hasRefusedCharacters)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(hasRefusedCharacters('a\n\tb – »æøå« 👍')).toBe(false)
  })
  test('normalising twice is normalising once', () => {
    return fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        raw => normaliseText(normaliseText(raw)) === normaliseText(raw),
      ),
    )
  })
  test('the first sentence ends where it ends', () => {
    expect(firstSentence('Vi flyttede mailene kl. 9.30. Så stoppede vi.')).toBe(
      'Vi flyttede mailene kl. 9.30.',
    )
    expect(firstSentence('Uden punktum\nog mere')).toBe('Uden punktum')
  })
})

describe('publishing', () => {
  test('takes a title, a summary, the challenge, the action and the experience, and nothing else', () => {
    expect(missingToPublish({})).toEqual(['title', 'summary', 'challenge', 'action', 'experience'])
    const five = { title: 't', summary: 's', challenge: 'c', action: 'a', experience: 'did_not_work' }
    expect(missingToPublish(five)).toEqual([])
  })
  test('tells where the origin stands', () => {
    expect((['works', 'partly', 'too_early', 'did_not_work'] as const).map(stageFrom)).toEqual([
      'in_use',
      'trying',
      'trying',
      'stopped',
    ])
  })
})

describe('the fair order', () => {
  const ids = Array.from({ length: 200 }, (_, i) => `ini_${i}`)
  const order = (day: string) => ids.toSorted((a, b) => (fairKey(day, a) < fairKey(day, b) ? -1 : 1))
  test('is the same for everybody that day, and another the next', () => {
    expect(order('2026-11-24')).toEqual(order('2026-11-24'))
    expect(order('2026-11-24')).not.toEqual(order('2026-11-25'))
  })
  test('brings every card to the front now and then', () => {
    const days = Array.from({ length: 400 }, (_, i) => danishDay(Date.UTC(2026, 0, 1 + i, 12)))
    const seen = new Set(days.flatMap(day => order(day).slice(0, 20)))
    expect(seen.size).toBe(ids.length)
  })
  test('the day begins at midnight in Denmark, summer and winter', () => {
    expect(danishDay(Date.parse('2026-07-01T22:00:00Z'))).toBe('2026-07-02')
    expect(danishDay(Date.parse('2026-12-01T22:59:59Z'))).toBe('2026-12-01')
    expect(danishDay(Date.parse('2026-12-01T23:00:00Z'))).toBe('2026-12-02')
  })
})

describe('the organisation of today', () => {
  const organisation = indexOrganisation({
    areas: [
      {
        id: 'stabe',
        name: 'Stabe',
        shortName: 'Stabe',
        units: [{ id: 'oekonomi', name: 'Økonomi', kind: 'stab' }],
      },
    ],
    former: [
      { id: 'indkoeb', name: 'Indkøb', areaId: 'teknik', successorId: 'kontor' },
      { id: 'kontor', name: 'Kontoret', areaId: 'teknik', successorId: 'oekonomi' },
      { id: 'forladt', name: 'Forladt', areaId: 'teknik' },
      { id: 'ring', name: 'Ring', areaId: 'teknik', successorId: 'ring' },
    ],
  })
  test('a closed unit’s cards go to the one that took over, however far', () => {
    expect(organisation.ownerOf('indkoeb')).toBe('oekonomi')
    expect(organisation.placeOf('indkoeb', 'teknik')).toEqual({ unitId: 'oekonomi', areaId: 'stabe' })
  })
  test('or to nobody, and keep their name', () => {
    expect(['forladt', 'ring', 'ukendt'].map(organisation.ownerOf)).toEqual([undefined, undefined, undefined])
    expect(organisation.unitName('forladt')).toBe('Forladt')
  })
})

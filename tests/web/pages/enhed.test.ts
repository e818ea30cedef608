import { describe, expect, test } from 'vitest'
import type { Adoption } from '#shared/contract/adoption.ts'
import type { Comment } from '#shared/contract/comment.ts'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { asking } from '../../../web/src/pages/enhed/due.ts'
import { newsOn, thanksIn } from '../../../web/src/pages/enhed/news.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')

const adoption = (unitId: string, more: Partial<Adoption> = {}): Adoption => ({
  initiativeId: 'ini_1',
  unitId,
  areaId: 'social',
  stage: 'trying',
  fidelity: 'adapted',
  kept: '',
  changed: '',
  touchesCore: false,
  author: { personId: 'per_karin', name: 'Karin Holm', unitId },
  version: 1,
  createdAt: '2026-11-01T08:00:00Z',
  updatedAt: '2026-11-01T08:00:00Z',
  ...more,
})

describe('when the portal asks how it goes', () => {
  test('after four weeks without an outcome', () => {
    expect(asking(adoption('social', { startedOn: '2026-10-26' }), NOW)).toBe('first')
    expect(asking(adoption('social', { startedOn: '2026-10-27' }), NOW)).toBeUndefined()
    expect(asking(adoption('social', { startedOn: '2026-12-01' }), NOW)).toBeUndefined()
  })

  test('again after three and six months, once for each', () => {
    const told = (reportedAt: string) =>
      asking(adoption('social', { startedOn: '2026-05-10', outcome: 'partly', reportedAt }), NOW)
    expect(told('2026-06-10T08:00:00Z')).toBe('again')
    expect(told('2026-08-20T08:00:00Z')).toBe('again')
    expect(told('2026-11-11T08:00:00Z')).toBeUndefined()
    const young = adoption('social', {
      startedOn: '2026-08-22',
      outcome: 'works',
      reportedAt: '2026-09-30T08:00:00Z',
    })
    expect(asking(young, NOW)).toBe('again')
    expect(asking({ ...young, startedOn: '2026-08-30' }, NOW)).toBeUndefined()
  })

  test('three months from the last of a long month is the last of a short one', () => {
    const told = adoption('social', {
      startedOn: '2026-11-30',
      outcome: 'works',
      reportedAt: '2026-12-30T08:00:00Z',
    })
    expect(asking(told, Date.parse('2027-02-27T12:00:00Z'))).toBeUndefined()
    expect(asking(told, Date.parse('2027-02-28T12:00:00Z'))).toBe('again')
  })

  test('who considers is asked whether they begin; who stopped is left in peace', () => {
    const considering = adoption('social', { stage: 'considering', updatedAt: '2026-10-01T08:00:00Z' })
    expect(asking(considering, NOW)).toBe('decide')
    expect(asking(adoption('social', { stage: 'stopped', startedOn: '2026-01-01' }), NOW)).toBeUndefined()
  })
})

const comment = (id: string, unitId: string, more: Partial<Comment> = {}): Comment => ({
  id,
  initiativeId: 'ini_1',
  kind: 'question',
  text: 'Hvor lang tid tager det?',
  author: { personId: 'per_x', name: 'Pernille Sand', unitId },
  version: 1,
  createdAt: '2026-11-02T08:00:00Z',
  updatedAt: '2026-11-02T08:00:00Z',
  ...more,
})

const card = (adoptions: Adoption[], talk: Comment[]): InitiativePage => ({
  id: 'ini_1',
  status: 'published',
  visibility: 'organisation',
  version: 1,
  unitId: 'boernemyndighed',
  areaId: 'boern-familie',
  core: [],
  adaptable: [],
  themes: [],
  keywords: [],
  questions: [],
  counts: { comments: talk.length, adoptions: adoptions.length, inUse: 0, reactions: 0 },
  author: { personId: 'per_mette', name: 'Mette Balslev', unitId: 'boernemyndighed' },
  createdAt: '2026-09-01T08:00:00Z',
  updatedAt: '2026-09-01T08:00:00Z',
  adoptions,
  comments: { items: talk },
  lineage: { derived: [] },
  reacted: false,
})

describe('what waits on our cards', () => {
  const report = adoption('jobcenter', { outcome: 'too_early', reportedAt: '2026-11-13T08:00:00Z' })

  test('a report waits until one of ours has written there', () => {
    expect(newsOn(card([report], []), 'boernemyndighed', NOW).map(one => one.kind)).toEqual(['report'])
    const answer = comment('com_1', 'boernemyndighed', { kind: 'thanks', createdAt: '2026-11-14T08:00:00Z' })
    expect(newsOn(card([report], [answer]), 'boernemyndighed', NOW)).toEqual([])
    expect(newsOn(card([report], []), 'boernemyndighed', NOW + 40 * 86_400_000)).toEqual([])
  })

  test('a question waits until one of ours has answered it', () => {
    const question = comment('com_1', 'jobcenter')
    const byOther = comment('com_2', 'skolen', { kind: 'experience', replyTo: 'com_1' })
    const byUs = comment('com_3', 'boernemyndighed', { kind: 'experience', replyTo: 'com_1' })
    expect(newsOn(card([], [question, byOther]), 'boernemyndighed', NOW).map(one => one.kind)).toEqual([
      'question',
    ])
    expect(newsOn(card([], [question, byOther, byUs]), 'boernemyndighed', NOW)).toEqual([])
    expect(newsOn(card([], [{ ...question, deleted: true }]), 'boernemyndighed', NOW)).toEqual([])
  })

  test('thanks are gathered, newest first', () => {
    const older = adoption('social', { thanks: 'Tak for kaffen.' })
    const newer = adoption('jobcenter', { thanks: 'Tak.', updatedAt: '2026-11-20T08:00:00Z' })
    expect(thanksIn([card([older, adoption('x')], []), card([newer], [])]).map(one => one.text)).toEqual([
      'Tak.',
      'Tak for kaffen.',
    ])
  })
})

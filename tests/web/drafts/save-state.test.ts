import { describe, expect, test } from 'vitest'
import { ApiProblem } from '../../../web/src/api/problem.ts'
import { type SaveState, saveWords } from '../../../web/src/drafts/save-state.ts'

const TWENTY_PAST_ONE = Date.parse('2026-11-23T12:20:00Z')
const say = (state: SaveState, onDevice = true) =>
  saveWords(state, { device: 'telefonen', onDevice, savedAt: TWENTY_PAST_ONE })?.text

describe('where the text is, in words', () => {
  test('nothing is said before anything is written', () => {
    expect(say({ kind: 'untouched' })).toBeUndefined()
  })

  test.each<[SaveState, string]>([
    [{ kind: 'saving' }, 'Gemmer …'],
    [
      { kind: 'saved', at: TWENTY_PAST_ONE },
      'Gemt kl. 13.20. Teksten bliver her, også hvis du lukker siden.',
    ],
    [{ kind: 'offline' }, 'Gemt på telefonen kl. 13.20. Den bliver sendt, når du er på igen.'],
    [
      { kind: 'failed', requestId: '7F3K' },
      'Gemt på telefonen kl. 13.20. Portalen svarer ikke lige nu, vi prøver igen.',
    ],
    [{ kind: 'signed-out' }, 'Du er logget ud. Det, du skrev, er gemt.'],
    [
      { kind: 'gone', problem: new ApiProblem({ code: 'not_found', detail: 'Findes ikke.' }) },
      'Findes ikke.',
    ],
  ])('%o', (state, words) => {
    expect(say(state)).toBe(words)
  })

  test('what the device refused to keep is never said to be kept', () => {
    const states: SaveState[] = [
      { kind: 'kept' },
      { kind: 'offline' },
      { kind: 'failed', requestId: '' },
      { kind: 'signed-out' },
    ]
    for (const state of states) expect(say(state, false)).not.toMatch(/gemt/i)
  })
})

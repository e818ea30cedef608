import { describe, expect, test } from 'vitest'
import { FIELDS } from '../../../web/src/drafts/card-fields.ts'
import { emptyForm, withList } from '../../../web/src/drafts/card-form.ts'
import { isAnswered, QUESTIONS, stepOf } from '../../../web/src/pages/mere/questions.ts'

const FIVE_THINGS = ['visibility', 'title', 'summary', 'challenge', 'action', 'contact', 'experience']

describe('the optional questions', () => {
  test('ask for each field that the five things leave, once', () => {
    const asked = QUESTIONS.flatMap(question => [...question.fields])
    expect([...asked].sort()).toEqual(FIELDS.filter(field => !FIVE_THINGS.includes(field)).sort())
  })

  test('a step that is not there is the first', () => {
    expect(['3', '0', '99', 'x', undefined].map(stepOf)).toEqual([3, 1, 1, 1, 1])
  })

  test('an answer is something that can be read', () => {
    const [core] = QUESTIONS
    expect(isAnswered(core, withList(emptyForm(), 'core', [' ', '']))).toBe(false)
    expect(isAnswered(core, withList(emptyForm(), 'core', ['Opkaldet før papiret']))).toBe(true)
  })
})

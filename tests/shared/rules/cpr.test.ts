import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCpr, findCprs } from '#shared/rules/cpr.ts'

// Synthetic numbers only: dates with serials that were made up here.
describe('a CPR number', () => {
  test.each([
    ['010190-1234', 'with a dash'],
    ['010190 1234', 'with a space'],
    ['010190–1234', 'with an en dash'],
    ['010190 - 1234', 'with space, dash, space'],
    ['010190/1234', 'with a slash'],
    ['010190.1234', 'with a dot'],
    ['01 01 90 1234', 'in groups'],
    ['01.01.90-1234', 'as a date and four digits'],
    ['010190\u00a01234', 'with a hard space'],
    ['０１０１９０-１２３４', 'in full-width digits'],
    ['0101\u200b90-12\u200b34', 'with invisible characters in it'],
    ['cpr010190-1234x', 'with letters touching'],
    ['Ring til 010190-1234 i morgen', 'in a sentence'],
    ['12 010190-1234', 'after another number'],
    ['290200-4000', 'on a leap day that the century has'],
  ])('%s (%s) is found, and is one beyond doubt', text => {
    expect(findCpr(text)).toBe('separated')
  })

  test('ten digits in a row may be something else', () => {
    expect(findCpr('Sagsnummer 0101901234')).toBe('bare')
  })

  test('one beyond doubt wins over one that may be something else', () => {
    expect(findCpr('0101901234 og 010190-1234')).toBe('separated')
  })

  test.each([
    ['1010190-1234', 'a digit before'],
    ['010190-12345', 'a digit after'],
    ['320190-1234', 'no such day'],
    ['011390-1234', 'no such month'],
    ['290201-4000', 'a leap day in a year without'],
    ['010190----1234', 'more than three separators'],
    ['010190_1234', 'another separator'],
    ['12.000 kr. i 2026', 'an amount'],
    ['tlf. 89 59 10 00', 'a phone number'],
    ['25/8396', 'a case number'],
    ['§ 85', 'a paragraph'],
  ])('%s is none (%s)', text => {
    expect(findCpr(text)).toBeUndefined()
  })

  test('any real date with any serial is found, whatever the allowed separators', () => {
    const dates = fc.date({ min: new Date('1937-01-01'), max: new Date('1999-12-31'), noInvalidDate: true })
    const separator = fc.array(fc.constantFrom(' ', '.', '/', '-', '\u2011'), { minLength: 1, maxLength: 3 })
    return fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 3999 }), separator, (date, serial, gap) => {
        const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-')
        const number = `${day}${month}${year.slice(2)}${gap.join('')}${String(serial).padStart(4, '0')}`
        return findCpr(number) === 'separated'
      }),
    )
  })

  test('is found in every free text of a body by its dotted path, and never in an id', () => {
    const body = {
      title: 'Ring 010190-1234',
      core: ['fint', '0101901234'],
      origin: { kind: 'copy', initiativeId: 'ini_0101901234', text: 'fra 010190-1234' },
    }
    expect(findCprs(body)).toEqual([
      { path: 'title', form: 'separated' },
      { path: 'core.1', form: 'bare' },
      { path: 'origin.text', form: 'separated' },
    ])
  })

  test('a body nested deeper than any shape is passed over, not a fault', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}1${']'.repeat(20_000)}`)
    expect(findCprs({ title: deep })).toEqual([])
  })
})

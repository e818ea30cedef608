import fc from 'fast-check'
import { expect, test } from 'vitest'
import { framed, frames } from '#functions/catalogue/snapshot/frames.ts'
import { strung, unstrung } from '#functions/catalogue/snapshot/strung.ts'

const number = fc.integer({ min: 0, max: 0xff_ff_ff_ff })
const lists = fc.array(fc.option(fc.array(number, { minLength: 1 }), { nil: undefined }))

test('lists of numbers are the same when they have been strung, rising or not', () => {
  fc.assert(
    fc.property(lists, fc.boolean(), (numbers, rising) => {
      const given = numbers.map(list => list && Uint32Array.from(list))
      expect(unstrung(strung(given, rising), rising)).toEqual(given)
    }),
  )
})

test('what is cut off is no list and no frame', () => {
  const bytes = strung([Uint32Array.of(1, 2, 3)])
  expect(() => unstrung(bytes.subarray(0, 3))).toThrow(RangeError)
  const framedBytes = framed([Uint8Array.of(1, 2, 3), Uint8Array.of()])
  expect(frames(framedBytes).map(piece => [...piece])).toEqual([[1, 2, 3], []])
  for (let length = 1; length < framedBytes.length; length++) {
    if (length !== 7) expect(() => frames(framedBytes.subarray(0, length))).toThrow(RangeError)
  }
})

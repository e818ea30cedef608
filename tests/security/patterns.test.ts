import { describe, expect, test } from 'vitest'
import { wordsPattern } from '#functions/domain/redact.ts'
import { findCpr } from '#shared/rules/cpr.ts'
import {
  codePoints,
  firstSentence,
  hasRefusedCharacters,
  isBlank,
  normaliseLine,
} from '#shared/rules/text.ts'
import { partsOf } from '../../web/src/components/words/links.ts'

/** Texts that make a careless pattern start over at every place. */
const HOSTILE: Record<string, (length: number) => string> = {
  digits: n => '1'.repeat(n),
  'digits, one by one': n => '1 '.repeat(n / 2),
  'two digits and dashes': n => '01---'.repeat(n / 5),
  'nearly numbers': n => '010190-12 '.repeat(n / 10),
  spaces: n => `.${' '.repeat(n)}x`,
  'line breaks': n => '\n'.repeat(n),
  'addresses that do not end': n => 'http://'.repeat(n / 7),
  'an address of dots': n => `http://${'.'.repeat(n)}`,
  'full stops': n => '. '.repeat(n / 2),
  'zero-width': n => '\u200b'.repeat(n),
  'combining marks': n => `a${'\u0301'.repeat(n)}`,
  'a name again and again': n => 'Bodil  '.repeat(n / 7),
}
const PATTERNS: Record<string, (text: string) => unknown> = {
  cpr: findCpr,
  links: partsOf,
  blank: isBlank,
  line: normaliseLine,
  length: codePoints,
  refused: hasRefusedCharacters,
  sentence: firstSentence,
  redaction: text => text.replace(wordsPattern('Bodil Hansen'), ''),
}

const SMALL = 12_500
/** Eight times the text may take no more than this many times the work: a quadratic pattern takes 64. */
const GROWTH = 24
const now = (): number => performance.now()

const best = (run: () => unknown): number => {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 7; round++) {
    const began = now()
    run()
    least = Math.min(least, now() - began)
  }
  return least
}

describe('100 KB of hostile text', () => {
  const slowest: [string, number][] = []
  test.each(Object.keys(PATTERNS))('%s takes work in proportion to the text', name => {
    const pattern = PATTERNS[name]
    if (!pattern) throw new Error(name)
    const grew = Object.entries(HOSTILE).flatMap(([kind, make]) => {
      const [small, large] = [make(SMALL), make(SMALL * 8)]
      const took = best(() => pattern(large))
      slowest.push([`${name}, ${kind}`, took])
      // Under a tenth of a millisecond there is nothing to compare.
      const before = Math.max(
        0.1,
        best(() => pattern(small)),
      )
      return took / before > GROWTH ? [`${kind}: ${(took / before).toFixed(0)} times`] : []
    })
    expect(grew).toEqual([])
  })
  test('what it came to', () => {
    const [worst = ['none', 0]] = [...slowest].sort(([, a], [, b]) => b - a)
    console.log(`slowest pattern on 100 KB: ${worst[0]}, ${Number(worst[1]).toFixed(1)} ms`)
    expect(slowest).toHaveLength(Object.keys(PATTERNS).length * Object.keys(HOSTILE).length)
  })
})

import { expect, test } from 'vitest'
import { csvOf } from '#functions/catalogue/csv.ts'

test('opens in Danish Excel: BOM, semicolons, CRLF, decimal comma, quotes where they are needed', () => {
  expect(
    csvOf([
      ['Måned', 'Antal'],
      ['2026-11', 1.5],
      ['a;b', undefined],
      ['»ja«\n"nej"', 0],
    ]),
  ).toBe('\uFEFFMåned;Antal\r\n2026-11;1,5\r\n"a;b";\r\n"»ja«\n""nej""";0\r\n')
})

test('nothing that somebody wrote becomes a formula', () => {
  for (const text of ['=1+1', '+45 86', '-5', '@navn', '\t=1']) {
    expect(csvOf([[text]])).toContain(`'${text}`)
  }
  expect(csvOf([[-5]])).toBe('\uFEFF-5\r\n')
})

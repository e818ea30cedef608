import { describe, expect, test } from 'vitest'
import { danish } from '#functions/catalogue/search/danish.ts'
import { packDictionary, unpackDictionary } from '#functions/catalogue/search/dictionary.ts'

describe('The dictionary', () => {
  test('knows words, and how they join', () => {
    const { stems, joining } = danish()
    expect(stems.has('fravær')).toBe(true)
    expect(joining.get('fraværs')).toBe('fravær')
    expect(stems.has('kvornbak')).toBe(false)
  })

  test('is the same when it was packed', () => {
    expect(unpackDictionary(packDictionary(danish()))).toEqual(danish())
  })
})

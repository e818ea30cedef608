import { beforeAll, describe, expect, test } from 'vitest'
import { BUDGET } from '#tests/support/budget.ts'
import { measureBundle } from '#tests/support/bundle.ts'

let bundle: Awaited<ReturnType<typeof measureBundle>>

beforeAll(async () => {
  bundle = await measureBundle()
})

describe('what a phone must fetch, in bytes as served', () => {
  test.each(['js', 'css', 'fonts'] as const)('the first view’s %s stays within its budget', part => {
    expect(bundle.first[part]).toBeGreaterThan(1000)
    expect(bundle.first[part]).toBeLessThanOrEqual(BUDGET[part])
  })

  test('no lazy part is heavier than one may be', () => {
    expect(bundle.lazy.length).toBeGreaterThanOrEqual(7)
    expect(bundle.lazy.filter(({ bytes }) => bytes > BUDGET.lazy)).toEqual([])
  })

  test('the browser gets the contract’s types and no zod', () => {
    const forbidden = /\/node_modules\/zod\/|\/shared\/contract\/|\/functions\//
    expect(bundle.modules.some(id => id.includes('/shared/rules/'))).toBe(true)
    expect(bundle.modules.filter(id => forbidden.test(id))).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, type Journey, sidewaysScroll, startJourney } from '#tests/support/journey.ts'
import { smallTargets } from '#tests/support/targets.ts'
import { STATES } from './states.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('pages')
})
afterAll(() => journey.stop())

/** What is marked up does not change with the light: in the dark only colours are looked at again. */
const SCHEMES = [
  ['light', 'everything'],
  ['dark', 'colours'],
] as const
const people = [...new Set(STATES.map(one => one.who))]

describe.each([360, 1440])('at %i px', width => {
  test.each(people)('what %s sees is for everybody, in light and in dark', async who => {
    const { page, shot } = await journey.signIn(who, '/profil', { width })
    const faults: string[] = []
    const note = (name: string, found: readonly (string | number)[]): void => {
      for (const one of found) faults.push(`${name}: ${one}`)
    }
    for (const { name, path, ready } of STATES.filter(one => one.who === who)) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      await ready(page)
      note(
        `${name} scrolls sideways`,
        [await sidewaysScroll(page)].filter(pixels => pixels > 0),
      )
      note(`${name} has a small target`, await smallTargets(page))
      for (const [colorScheme, what] of SCHEMES) {
        await page.emulateMedia({ colorScheme })
        note(`${name} in ${colorScheme}`, await accessibilityFaults(page, what))
        await shot(colorScheme === 'dark' ? `${name}-dark` : name)
      }
    }
    expect(faults).toEqual([])
  })

  test('the page where one picks a person', async () => {
    const { page, shot } = await journey.visit({ width })
    await page.goto('/auth/login')
    await page.getByRole('heading', { name: 'Hvem vil du være?' }).waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await smallTargets(page)).toEqual([])
    for (const [colorScheme, what] of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(page, what)).toEqual([])
      await shot(colorScheme === 'dark' ? 'pick-dark' : 'pick')
    }
  })
})

test('no page complained', () => expect(journey.complaints).toEqual([]))

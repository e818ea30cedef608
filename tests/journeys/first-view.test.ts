import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUDGET } from '#tests/support/budget.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('first-view')
})
afterAll(() => journey.stop())

test('the first view asks for few things, and nothing of it comes twice', async () => {
  const { page, context } = await journey.signIn('Lis Overgaard', '/profil')
  await page.getByRole('button', { name: 'Log ud' }).waitFor()
  // As for somebody who comes for the first time: signed in, and with nothing kept.
  const fresh = await context.newPage()
  const devtools = await context.newCDPSession(fresh)
  await devtools.send('Network.clearBrowserCache')
  const asked: string[] = []
  fresh.on('request', request => asked.push(new URL(request.url()).pathname + new URL(request.url()).search))
  await fresh.goto('/')
  await fresh.getByRole('region', { name: 'Dagens blanding' }).getByRole('article').nth(19).waitFor()
  await fresh.waitForLoadState('networkidle')
  const first = asked.filter(address => address !== '/favicon.svg')
  expect(first).toEqual([...new Set(first)])
  expect(first.length).toBeLessThanOrEqual(BUDGET.requests)
})

test('no page complained', () => expect(journey.complaints).toEqual([]))

import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCardPath } from '#tests/support/demo-cards.ts'
import { type Journey, type Page, startJourney } from '#tests/support/journey.ts'
import { focused } from '#tests/support/keyboard.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('browse')
})
afterAll(() => journey.stop())

const titles = (page: Page): Promise<string[]> =>
  page.getByRole('region', { name: 'Dagens blanding' }).getByRole('heading', { level: 3 }).allTextContents()

/** The cards that the page says it shows, when it shows so many. */
const chosen = async (page: Page): Promise<string[]> => {
  const words = await page.getByText('greb passer til det, I har valgt.').textContent()
  const count = Number.parseInt(words ?? '', 10)
  await expect.poll(async () => (await titles(page)).length, { timeout: 20_000 }).toBe(count)
  return titles(page)
}

const tick = async (page: Page, question: string, answer: string): Promise<void> => {
  const box = page.getByRole('group', { name: question }).getByRole('checkbox', { name: answer })
  if (!(await box.isVisible()))
    await page
      .locator('summary')
      .filter({ hasText: `${question}:` })
      .click()
  await box.focus()
  await page.keyboard.press('Space')
}

test('what is chosen stands in the address, and going back undoes it', async () => {
  const { page } = await journey.signIn('Mie Kjær')
  const everything = page.getByText('Her er 32 greb fra 8 områder.')
  await everything.waitFor()
  await tick(page, 'Område', 'Sundhed og omsorg')
  await page.waitForURL('**/?area=sundhed-omsorg')
  await everything.waitFor({ state: 'detached' })
  const health = await chosen(page)
  await tick(page, 'Erfaring', 'Virker delvist')
  await page.waitForURL('**/?area=sundhed-omsorg&experience=partly')
  await page.getByText('1 greb passer til det, I har valgt.').waitFor()
  expect(await chosen(page)).toEqual([expect.stringMatching(/^Et år med selvstyrende team/)])
  expect(health.length).toBeGreaterThan(1)
  // Who ticks with the keyboard is still at the box when the numbers have changed.
  expect(await focused(page)).toMatch(/^checkbox "Virker delvist.*\[checked\]/)

  await page.goBack()
  await page.waitForURL('**/?area=sundhed-omsorg')
  await page.getByText(`${health.length} greb passer til det, I har valgt.`).waitFor()
  expect(await chosen(page)).toEqual(health)
  await page.getByText('Erfaring: Alle erfaringer').waitFor()

  // The address is enough: somebody else opens it and sees the same.
  const other = await journey.signIn('Lis Overgaard', '/?area=sundhed-omsorg')
  expect(await chosen(other.page)).toEqual(health)
  await other.page.getByText('Område: Sundhed og omsorg').waitFor()

  await page.getByRole('link', { name: 'Ryd valg' }).click()
  await everything.waitFor()
})

test('more cards come while one scrolls, none twice, and going back finds the same place', async () => {
  const { page } = await journey.signIn('Lis Overgaard')
  await page.getByRole('status').filter({ hasText: '20 af 32 greb vist' }).waitFor()
  const first = await titles(page)
  expect(first).toHaveLength(20)
  await page.getByRole('button', { name: 'Vis 12 flere' }).scrollIntoViewIfNeeded()
  await page.getByRole('region', { name: 'Dagens blanding' }).getByRole('article').nth(31).waitFor()
  const all = await titles(page)
  expect(all.slice(0, 20)).toEqual(first)
  expect(new Set(all).size).toBe(32)

  const last = all.at(-1) ?? ''
  const link = page.getByRole('region', { name: 'Dagens blanding' }).getByRole('link', { name: last })
  await link.scrollIntoViewIfNeeded()
  await link.click()
  await page.getByRole('heading', { level: 1, name: last }).waitFor()
  await page.goBack()
  await link.waitFor()
  await page.waitForFunction(() => scrollY > 0)
  expect(await titles(page)).toEqual(all)
})

test('a reload finds the reader where they were, also far down in what comes in parts', async () => {
  const { page } = await journey.signIn('Mie Kjær')
  for (const [path, place] of [
    ['/', 900],
    [demoCardPath('Vi lukkede mødet'), 2400],
  ] as const) {
    await page.goto(path)
    await page.waitForFunction(
      place => {
        scrollTo(0, place)
        return Math.round(scrollY) === place
      },
      place,
      { polling: 100 },
    )
    await page.reload()
    await page.waitForFunction(
      place => Math.abs(scrollY - place) < 2 && document.querySelector('.to-come, .late') === null,
      place,
    )
  }
})

test('the button behind the scrolling works without it, and says when it cannot', async () => {
  const visitor = await journey.visit()
  // A browser that never tells what comes into view.
  await visitor.context.addInitScript(() => {
    Object.assign(globalThis, {
      IntersectionObserver: class {
        observe() {}
        disconnect() {}
      },
    })
  })
  const { page } = visitor
  await page.goto('/auth/login')
  await page.getByRole('button', { name: /^Lis Overgaard/ }).click()
  const more = page.getByRole('button', { name: 'Vis 12 flere' })
  await more.waitFor()
  visitor.expect(/ERR_INTERNET_DISCONNECTED/)
  await visitor.context.setOffline(true)
  await more.click()
  await page.getByText('De næste kunne ikke hentes.').waitFor()
  await visitor.context.setOffline(false)
  await more.click()
  await page.getByRole('region', { name: 'Dagens blanding' }).getByRole('article').nth(31).waitFor()
  await page.getByText('De næste kunne ikke hentes.').waitFor({ state: 'detached' })
  await more.waitFor({ state: 'detached' })
})

test('no page complained', () => expect(journey.complaints).toEqual([]))

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, startJourney } from '#tests/support/journey.ts'
import { focused, tabTo } from '#tests/support/keyboard.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('keyboard')
})
afterAll(() => journey.stop())

test('Karin signs in, writes and publishes a card without a mouse', async () => {
  const { page, shot } = await journey.visit()
  const { keyboard } = page
  await page.goto('/auth/login?returnTo=/')
  await tabTo(page, 'Karin Holm')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Dagens blanding' }).waitFor()

  // The first stop passes over the head of the page.
  expect(await tabTo(page, 'Gå til indholdet')).toHaveLength(1)
  await tabTo(page, 'Del et greb')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Del et greb' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')

  const write = async (name: string, text: string): Promise<string[]> => {
    const stops = await tabTo(page, name)
    await keyboard.insertText(text)
    return stops
  }
  const stops = [
    ...(await write('Hvad kalder I det?', 'Vi skriver aftalen, mens borgeren ser på')),
    ...(await write('Fortæl det i én sætning', 'Skærmen vender ud, og aftalen er læst, før vi går.')),
    ...(await write('Hvad var bøvlet?', 'Vi huskede ikke det samme.')),
    ...(await write('Hvad gør I nu?', 'Skærmen står på bordet imellem os.')),
    ...(await tabTo(page, 'Hvem kan man spørge?')),
    ...(await tabTo(page, 'Virker')),
  ]
  expect(stops).toEqual([
    'textbox "Hvad kalder I det?"',
    'textbox "Fortæl det i én sætning"',
    'textbox "Hvad var bøvlet?"',
    'textbox "Hvad gør I nu?"',
    'textbox "Hvem kan man spørge?"',
    'radio "Virker Det flytter noget hos os"',
  ])
  await keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('radio "Virker delvist Noget af det, eller nogle steder" [checked]')
  await shot('written')
  await tabTo(page, 'Udgiv kortet')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Vi skriver aftalen, mens borgeren ser på' }).waitFor()
  await page.getByText('Kortet er udgivet.').waitFor()
  // Whoever cannot see it is told where they are.
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  await page.waitForFunction(
    title => document.title === title,
    'Vi skriver aftalen, mens borgeren ser på – Konkrete greb',
  )
})

test('what is missing is listed, and the first of it has focus', async () => {
  const { page } = await journey.signIn('Birgit Storm', '/del')
  const { keyboard } = page
  await page.getByRole('heading', { level: 1, name: 'Del et greb' }).waitFor()
  await tabTo(page, 'Udgiv kortet')
  await keyboard.press('Enter')
  await page.getByText('Giv grebet et navn.').first().waitFor()
  expect(await focused(page)).toContain('textbox "Hvad kalder I det?"')
})

test('a card is reached, adopted and left by keyboard, and asking in place gives focus back', async () => {
  const { page } = await journey.signIn('Zenia Ipsen')
  const { keyboard } = page
  const title = 'Nøglen til huset – foreningerne åbner selv om aftenen'
  await page.goto('/?area=kultur-fritid')
  await page.getByRole('link', { name: title }).waitFor()
  await tabTo(page, title)
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await tabTo(page, 'Vi vil prøve det')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Vi vil prøve det' }).waitFor()
  await tabTo(page, 'Skriv os på kortet')
  await keyboard.press('Enter')
  await page.getByText('I står nu på kortet.').waitFor()
  await tabTo(page, 'Fortæl, hvordan det går')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Hvordan går det?' }).waitFor()
  await tabTo(page, 'Tag os af kortet')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Bliv på kortet' }).waitFor()
  expect(await focused(page)).toBe('button "Bliv på kortet"')
  await keyboard.press('Escape')
  expect(await focused(page)).toBe('button "Tag os af kortet"')
})

test('no page complained', () => expect(journey.complaints).toEqual([]))

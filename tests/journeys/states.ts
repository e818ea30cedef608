import type { Page } from 'playwright-core'
import { demoCardId, demoCardPath } from '#tests/support/demo-cards.ts'

type Ready = (page: Page) => Promise<unknown>
/** A page in a state: who sees it, where, and what is there when it is. */
export type State = { name: string; who: string; path: string; ready: Ready }

const heading =
  (name: string): Ready =>
  page =>
    page.getByRole('heading', { name }).first().waitFor()
const button =
  (name: string): Ready =>
  page =>
    page.getByRole('button', { name }).first().waitFor()
const link =
  (name: string): Ready =>
  page =>
    page.getByRole('link', { name }).first().waitFor()
const words =
  (text: string): Ready =>
  page =>
    page.getByText(text).first().waitFor()

const publishNothing: Ready = async page => {
  await page.getByRole('button', { name: 'Udgiv kortet' }).click()
  await page.getByText('Giv grebet et navn.').first().waitFor()
}
const openFilter: Ready = async page => {
  await page.locator('summary').filter({ hasText: 'Tema:' }).click()
  await page.getByRole('checkbox').first().waitFor()
}
const showData: Ready = async page => {
  await page.getByRole('button', { name: 'Vis mine data' }).click()
  await page.getByRole('heading', { name: 'Profil' }).waitFor()
}
const openCode: Ready = async page => {
  await page.getByText('QR-kode', { exact: true }).click()
  await page.getByRole('img', { name: 'QR-kode til' }).waitFor()
}

/** What a director points at stands first on the unit's page, with who and why. */
const pointed: Ready = async page => {
  const first = page.getByRole('region', { name: 'Greb herfra' }).getByRole('article').first()
  await first.getByRole('link', { name: 'Vi lukkede mødet' }).waitFor()
  await first.locator('.pointed').getByText('Birthe Salling').waitFor()
}

const states = (who: string, list: readonly (readonly [string, string, Ready])[]): State[] =>
  list.map(([name, path, ready]) => ({ name, who, path, ready }))

const demoOpenPath = (start: string): string => `/aaben/${demoCardId(start)}`
const draft = `/del/${demoCardId('Vi læser vores egne')}`

export const STATES: readonly State[] = [
  ...states('Mette Balslev', [
    ['opdag', '/', page => page.getByRole('article').nth(20).waitFor()],
    ['opdag-filter', '/', openFilter],
    ['opdag-filtered', '/?area=social&sort=newest', link('Ryd valg')],
    ['opdag-nothing', '/?area=social&theme=nope', heading('Ingen greb passer til det hele')],
    ['found', '/?q=sygefrav%C3%A6r', page => page.getByRole('article').first().waitFor()],
    ['found-nothing', '/?q=xyzzyq', words('xyzzyq')],
    ['card', demoCardPath('Vi lukkede mødet'), heading('Otte enheder, ét greb')],
    ['card-own', demoCardPath('Færre sager'), link('Ret kortet')],
    ['card-stopped', demoCardPath('Mailfri fredag'), heading('Sådan gik det')],
    ['card-idea', demoCardPath('En ny politik ind'), heading('Ingen andre har prøvet')],
    ['card-code', demoCardPath('En ny politik ind'), openCode],
    ['adopt', `${demoCardPath('Tolv minutter')}/proev`, button('Skriv os på kortet')],
    ['report', `${demoCardPath('Vi ringer på dag to')}/proev`, heading('Hvordan går det?')],
    ['write', '/del', button('Udgiv kortet')],
    ['write-missing', '/del', publishNothing],
    ['draft', draft, link('Fortæl mere om grebet')],
    ['more-list', `${draft}/mere?trin=1`, words('1 af 10')],
    ['more-choice', `${draft}/mere?trin=5`, words('5 af 10')],
    ['more-themes', `${draft}/mere?trin=9`, words('9 af 10')],
    ['unit', '/enhed', link('Skriv til Pernille')],
    ['another-unit', '/enheder/voksenmyndighed', heading('Greb herfra')],
    ['pointed-unit', '/enheder/skolen-ved-aaen', pointed],
    ['open-window', '/aaben', heading('Det prøver vi i kommunen')],
    ['open-card', demoOpenPath('Sundhedsplejersken på'), heading('Sundhedsplejersken på')],
    ['no-unit', '/enheder/findes-ikke', heading('Enheden er her ikke')],
    ['profile', '/profil', button('Log ud')],
    ['my-data', '/om-dine-data', heading('Om dine data')],
    ['my-data-all', '/om-dine-data', showData],
    ['signed-out', '/log-ud', heading('Du er logget ud')],
    ['not-found', '/findes/ikke', heading('Det er her ikke')],
    ['not-moderator', '/moderation', heading('Her er kun moderatorer')],
  ]),
  ...states('Birthe Salling', [
    ['card-director', demoCardPath('Tolv minutter'), words('Fremhæv kortet')],
    ['overview', '/overblik', heading('Overblik')],
  ]),
  ...states('Sofie Brandt', [
    ['card-moderator', demoCardPath('Tolv minutter'), button('Slet for altid')],
    ['moderation', '/moderation', heading('Moderation')],
  ]),
  ...states('Mie Kjær', [
    ['trace', demoCardPath('Stille morgen'), heading('Kortet er trukket tilbage')],
    ['trace-report', `${demoCardPath('Stille morgen')}/proev`, words('har trukket kortet tilbage.')],
  ]),
  ...states('Nadia Rahimi', [
    ['choose-unit', '/profil', heading('Vælg din enhed')],
    ['unit-needed', '/del', heading('Vælg din enhed først')],
  ]),
]

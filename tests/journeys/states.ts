import type { Locator, Page } from 'playwright-core'
import { demoCardId, demoCardPath } from '#tests/support/demo-cards.ts'

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name }).first()

/** A page in a state: who sees it, where, and what is there when it is. */
export type State = { name: string; who: string; path: () => string; ready: (page: Page) => Promise<unknown> }
const METTE = 'Mette Balslev'
const state = (name: string, who: string, path: () => string, ready: State['ready']): State => ({
  name,
  who,
  path,
  ready,
})

export const STATES: readonly State[] = [
  state(
    'opdag',
    METTE,
    () => '/',
    page => page.getByRole('article').nth(20).waitFor(),
  ),
  state(
    'opdag-filtered',
    METTE,
    () => '/?area=social&sort=newest',
    page => page.getByRole('link', { name: 'Ryd valg' }).waitFor(),
  ),
  state(
    'opdag-nothing',
    METTE,
    () => '/?area=social&theme=nope',
    page => heading(page, 'Ingen greb passer til det hele').waitFor(),
  ),
  state(
    'card',
    METTE,
    () => demoCardPath('Vi lukkede mødet'),
    page => heading(page, 'Otte enheder, ét greb').waitFor(),
  ),
  state(
    'card-own',
    METTE,
    () => demoCardPath('Færre sager'),
    page => page.getByRole('link', { name: 'Ret kortet' }).first().waitFor(),
  ),
  state(
    'card-stopped',
    METTE,
    () => demoCardPath('Mailfri fredag'),
    page => heading(page, 'Sådan gik det').waitFor(),
  ),
  state(
    'card-idea',
    METTE,
    () => demoCardPath('En ny politik ind'),
    page => heading(page, 'Ingen andre har prøvet').waitFor(),
  ),
  state(
    'card-director',
    'Birthe Salling',
    () => demoCardPath('Tolv minutter'),
    page => page.getByText('Fremhæv kortet').waitFor(),
  ),
  state(
    'card-moderator',
    'Sofie Brandt',
    () => demoCardPath('Tolv minutter'),
    page => page.getByRole('button', { name: 'Slet for altid' }).waitFor(),
  ),
  state(
    'trace',
    'Mie Kjær',
    () => demoCardPath('Stille morgen'),
    page => heading(page, 'Kortet er trukket tilbage').waitFor(),
  ),
  state(
    'adopt',
    METTE,
    () => `${demoCardPath('Tolv minutter')}/proev`,
    page => page.getByRole('button', { name: 'Skriv os på kortet' }).waitFor(),
  ),
  state(
    'report',
    METTE,
    () => `${demoCardPath('Vi ringer på dag to')}/proev`,
    page => heading(page, 'Hvordan går det?').waitFor(),
  ),
  state(
    'write',
    METTE,
    () => '/del',
    page => page.getByRole('button', { name: 'Udgiv kortet' }).waitFor(),
  ),
  state(
    'write-missing',
    METTE,
    () => '/del',
    async page => {
      await page.getByRole('button', { name: 'Udgiv kortet' }).click()
      await page.getByText('Giv grebet et navn.').first().waitFor()
    },
  ),
  state(
    'draft',
    METTE,
    () => `/del/${demoCardId('Vi læser vores egne')}`,
    page => page.getByRole('link', { name: 'Fortæl mere om grebet' }).waitFor(),
  ),
  ...[1, 5, 9].map(step =>
    state(
      `more-${step}`,
      METTE,
      () => `/del/${demoCardId('Vi læser vores egne')}/mere?trin=${step}`,
      page => page.getByText(`${step} af 10`).waitFor(),
    ),
  ),
  state(
    'unit',
    METTE,
    () => '/enhed',
    page => page.getByRole('link', { name: 'Skriv til Pernille' }).waitFor(),
  ),
  state(
    'another-unit',
    METTE,
    () => '/enheder/voksenmyndighed',
    page => heading(page, 'Greb herfra').waitFor(),
  ),
  state(
    'profile',
    METTE,
    () => '/profil',
    page => page.getByRole('button', { name: 'Log ud' }).waitFor(),
  ),
  state(
    'choose-unit',
    'Nadia Rahimi',
    () => '/profil',
    page => heading(page, 'Vælg din enhed').waitFor(),
  ),
  state(
    'no-unit',
    'Nadia Rahimi',
    () => '/del',
    page => heading(page, 'Vælg din enhed først').waitFor(),
  ),
  state(
    'signed-out',
    METTE,
    () => '/log-ud',
    page => heading(page, 'Du er logget ud').waitFor(),
  ),
  state(
    'not-found',
    METTE,
    () => '/findes/ikke',
    page => heading(page, 'Det er her ikke').waitFor(),
  ),
]

import type { Highlight } from '#shared/contract/catalogue.ts'

export type SnippetField = Highlight['snippet']['field']

/** The parts of a card as a reader knows them. */
export const SNIPPET_LABELS: Record<SnippetField, string> = {
  title: 'Titel',
  summary: 'I én sætning',
  challenge: 'Det bøvlede',
  action: 'Det gør de nu',
  core: 'Kernen',
  keywords: 'Nøgleord',
  themes: 'Tema',
  unit: 'Enhed',
  area: 'Område',
}

import { html } from 'hono/html'
import type { PublicItem } from '#shared/contract/public.ts'
import { EXPERIENCE_LABELS } from '#shared/rules/labels.ts'
import { MUNICIPALITY, NAME, page } from './layout.ts'
import { sign } from './signs.ts'

export type ListPage = { items: readonly PublicItem[]; total: number; number: number; pages: number }

export const titleOf = ({ title }: { title?: string | undefined }): string => title ?? 'Et greb uden navn'

/** "3 andre enheder bruger det" */
export const usersWords = ({ inUse, adoptions }: PublicItem['counts']): string => {
  if (adoptions === 0) return 'Ingen andre enheder endnu'
  if (inUse === 0) return `${adoptions} ${adoptions === 1 ? 'anden enhed ser' : 'andre enheder ser'} på det`
  return `${inUse} ${inUse === 1 ? 'anden enhed' : 'andre enheder'} bruger det`
}

export const from = (item: { unitName: string; areaName: string; areaId: string }) =>
  html`<p class="from">${sign(item.areaId)}<span><b>${item.unitName}</b> ${item.areaName}</span></p>`

const card = (item: PublicItem) => html`<li>
  <article class="card">
    ${from(item)}
    <h2><a href="/aaben/${item.id}">${titleOf(item)}</a></h2>
    <p>${item.summary}</p>
    <p class="muted">${item.experience ? `${EXPERIENCE_LABELS[item.experience]}. ` : ''}${usersWords(item.counts)}.</p>
  </article>
</li>`

const addressOf = (number: number): string => (number === 1 ? '/aaben' : `/aaben?side=${number}`)

/** Every public card, a page at a time. */
export const listPage = (origin: string, { items, total, number, pages }: ListPage): string =>
  page(origin, {
    title: `${NAME} – ${MUNICIPALITY}${number > 1 ? `, side ${number}` : ''}`,
    description: 'Se, hvad kommunens enheder har prøvet, hvordan det gik, og hvem der bruger det nu.',
    canonical: `${origin}${addressOf(number)}`,
    kind: 'website',
    body: html`<div class="stack">
        <h1>Det prøver vi i kommunen</h1>
        <p class="lede">
          ${total === 0 ? 'Ingen enhed har åbnet et greb for alle endnu.' : 'Enhederne deler de greb, de har prøvet, og bruger hinandens. Her er dem, de har åbnet for alle.'}
        </p>
      </div>
      <ul class="wall">${items.map(card)}</ul>
      ${pages < 2 ? '' : html`<nav aria-label="Sider">${number > 1 ? html`<a rel="prev" href="${addressOf(number - 1)}">Nyere greb</a>` : ''}${number < pages ? html`<a rel="next" href="${addressOf(number + 1)}">Ældre greb</a>` : ''}</nav>`}`,
  })

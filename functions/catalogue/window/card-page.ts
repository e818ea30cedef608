import { html } from 'hono/html'
import type { PublicInitiative } from '#shared/contract/public.ts'
import { DISCRETION_LABELS, EVIDENCE_LABELS, EXPERIENCE_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import { NAME, page } from './layout.ts'
import { from, titleOf, usersWords } from './list-page.ts'
import { sign } from './signs.ts'

type Card = PublicInitiative

const section = (heading: string, text: string | undefined) =>
  text ? html`<section><h2>${heading}</h2><p>${text}</p></section>` : ''

const ticks = (heading: string, items: readonly string[]) =>
  items.length === 0
    ? ''
    : html`<section><h2>${heading}</h2><ul>${items.map(item => html`<li>${item}</li>`)}</ul></section>`

const LONG_DATE = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' })
const day = (time: string): string => LONG_DATE.format(new Date(time))

const requirements = ({ requirements: needs, discretion }: Card): string =>
  [
    needs?.time && `Tid: ${needs.time}`,
    needs?.money && `Penge: ${needs.money}`,
    needs?.permission && `Lov til det: ${needs.permission}`,
    discretion && `${DISCRETION_LABELS[discretion]}.`,
  ]
    .filter(Boolean)
    .join('\n')

const sheet = (card: Card) => html`<div class="sheet">
  ${section('Hvad var bøvlet?', card.challenge)}
  ${section('Hvad gør vi nu?', card.action)}
  ${ticks('Kernen: det skal med', card.core)}
  ${ticks('Det kan man tilpasse', card.adaptable)}
  ${section('Hvad kom der ud af det?', card.effect && [card.effect.text, card.effect.evidence && EVIDENCE_LABELS[card.effect.evidence]].filter(Boolean).join('\n'))}
  ${section('Hvad kræver det?', requirements(card))}
  ${section('Hvis vi skulle gøre det igen', card.lessons)}
  ${card.removed ? html`<section><h2>Det slap vi for</h2><p class="struck">${card.removed.what}</p></section>` : ''}
  ${section('Hvor passer det?', card.fits)}
  ${section('Hvor passer det ikke?', card.doesNotFit)}
</div>`

/** Of those who took it on: the area and where they stand, and no more. */
const adopters = (card: Card, areaName: (id: string) => string) =>
  card.adoptions.length === 0
    ? ''
    : html`<section class="stack">
        <h2>Taget op af andre</h2>
        <ul class="stack">${card.adoptions.map(({ areaId, stage }) => html`<li class="from">${sign(areaId)}<span>${areaName(areaId)}: ${STAGE_LABELS[stage].toLowerCase()}</span></li>`)}</ul>
      </section>`

/** One public card: no person, no talk. */
export const cardPage = (origin: string, card: Card, areaName: (id: string) => string): string =>
  page(origin, {
    title: `${titleOf(card)} – ${NAME}`,
    description: card.summary ?? `Et greb fra ${card.unitName}.`,
    canonical: `${origin}/aaben/${card.id}`,
    picture: `${origin}/aaben/${card.id}/billede`,
    kind: 'article',
    body: html`<article class="stack">
        ${from(card)}
        <h1>${titleOf(card)}</h1>
        <p class="lede">${card.summary}</p>
        <p class="muted">
          ${card.experience ? `${EXPERIENCE_LABELS[card.experience]} hos ${card.unitName}. ` : ''}${usersWords(card.counts)}.
          ${card.publishedAt ? html`Delt <time datetime="${card.publishedAt}">${day(card.publishedAt)}</time>.` : ''}
        </p>
        ${sheet(card)} ${adopters(card, areaName)}
      </article>
      <nav aria-label="Videre"><a href="/aaben">Alle åbne greb</a></nav>`,
  })

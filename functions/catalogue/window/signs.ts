import { html, raw } from 'hono/html'

/** The areas' signs as the portal's sprite draws them, 24 × 24. */
export const SIGNS: Readonly<Record<string, string>> = {
  'skole-dagtilbud': '<path d="M3 13h8v8H3zM13 13h8v8h-8zM8 3h8v8H8z" />',
  'boern-familie': '<circle cx="9" cy="9.5" r="6.75" /><circle cx="18.5" cy="18" r="3.75" />',
  'sundhed-omsorg': '<path d="M8.75 2.5h6.5v6.25h6.25v6.5h-6.25v6.25h-6.5v-6.25H2.5v-6.5h6.25z" />',
  social: '<path d="M10.75 2.5a8 8 0 0 0 0 16zM13.25 5.5a8 8 0 0 1 0 16z" />',
  'arbejdsmarked-borger': '<path d="M2.5 21V12a9.5 9.5 0 0 1 19 0v9h-5.75v-9a3.75 3.75 0 0 0-7.5 0v9z" />',
  'teknik-miljoe': '<path d="M12 1.5 22.5 12 12 22.5 1.5 12z" />',
  'kultur-fritid': '<path d="M13 2 22 20.5h-9zM11 8.5v12H3z" />',
  stabe:
    '<path fill-rule="evenodd" d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 5.75a4.25 4.25 0 1 1 0 8.5 4.25 4.25 0 0 1 0-8.5z" />',
}

/** An area's sign; the words stand beside it. Nothing for an area that has none. */
export const sign = (areaId: string) =>
  SIGNS[areaId] === undefined
    ? ''
    : html`<svg class="sign" data-area="${areaId}" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">${raw(SIGNS[areaId])}</svg>`

import type { RequestListener } from 'node:http'
import type { PickPage } from './pick-page.ts'

/** What answers for the web, and how its pages look. Built or under development, the portal does not mind. */
export type Web = { handle: RequestListener; look: PickPage }

/** From a page of the web: its stylesheets and its sprite. */
export const lookOf = (page: string): PickPage => ({
  styles: [...page.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].flatMap(match => match[1] ?? []),
  sprite: /<svg class="sprite"[\s\S]*?<\/svg>/.exec(page)?.[0] ?? '',
})

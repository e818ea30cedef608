import { readFileSync } from 'node:fs'
import { type Dictionary, unpackDictionary } from '#functions/catalogue/search/dictionary.ts'

let read: Dictionary | undefined

/** In the bundles: the same dictionary, packed beside them when they were built, read when a search first needs it. */
export const danish = (): Dictionary => {
  read ??= unpackDictionary(readFileSync(new URL('danish.txt', import.meta.url), 'utf8'))
  return read
}

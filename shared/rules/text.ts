const LINE_BREAK = /\r\n|[\r\u0085\u2028\u2029]/g
const REFUSED = /[\p{Cc}]/u
const INVISIBLE = /[\p{Cf}\s]/gu

/** Text over several lines: NFC, LF, trimmed. Tabs and line breaks stay. */
export const normaliseText = (raw: string): string => raw.normalize('NFC').replace(LINE_BREAK, '\n').trim()

/** Text on one line: as `normaliseText`, but a line break or a tab becomes one space. */
export const normaliseLine = (raw: string): string => normaliseText(raw).replace(/[\n\t]+/g, ' ')

/** Length as the contract counts it. Unit: code points after NFC. */
export const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text.normalize('NFC')) count++
  return count
}

/** True when nothing in the text can be seen, such as a lone zero-width space. */
export const isBlank = (text: string): boolean => text.replace(INVISIBLE, '') === ''

/** True for control characters other than tab and line feed, and for half a surrogate pair. */
export const hasRefusedCharacters = (text: string): boolean =>
  REFUSED.test(text.replace(/[\n\t]/g, '')) || /\p{Cs}/u.test(text)

/** The first sentence, used where a card shows one line of a longer text. */
export const firstSentence = (text: string): string => {
  const line = text.trim().split('\n', 1)[0] ?? ''
  // "kl. 9" and "f.eks. når" go on: a sentence begins with a capital.
  const end = /[.!?](?=\s+[\p{Lu}»]|\s*$)/u.exec(line)
  return end ? line.slice(0, end.index + 1) : line
}

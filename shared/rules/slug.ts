const DANISH: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' }

/** An id made of a name: `Børn & Familie` is `boern-familie`. Empty for a name without letters and digits. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøå]/g, letter => DANISH[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Lists of numbers below 2³²; undefined for an empty one. */
export type Lists = readonly (Uint32Array | undefined)[]

const LAST = 0x80
const BITS = 7
const LONGEST = 5

/** Loops over places: there are millions of them, and iterators take ten times as long. */
const lengthened = (bytes: Uint8Array): Uint32Array => {
  let count = 0
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) < LAST) count++
  const numbers = new Uint32Array(count)
  let [at, number, bits] = [0, 0, 0]
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    number |= (byte & (LAST - 1)) << bits
    bits += BITS
    if (byte >= LAST) continue
    numbers[at++] = number
    number = bits = 0
  }
  return numbers
}

/**
 * Lists end to end, each after its length; a `rising` one as differences, which are small. Small numbers take few bytes
 * (LEB128).
 */
export const strung = (lists: Lists, rising = false): Uint8Array => {
  let room = lists.length
  for (const list of lists) room += list?.length ?? 0
  const bytes = new Uint8Array(room * LONGEST)
  let at = 0
  const put = (number: number): void => {
    let rest = number
    for (; rest >= LAST; rest >>>= BITS) bytes[at++] = (rest % LAST) + LAST
    bytes[at++] = rest
  }
  for (const list of lists) {
    put(list?.length ?? 0)
    let before = 0
    for (const number of list ?? []) {
      put((number - before) >>> 0)
      if (rising) before = number
    }
  }
  return bytes.subarray(0, at)
}

/** The lists again, as views of the same memory. Throws `RangeError` where they are cut off. */
export const unstrung = (bytes: Uint8Array, rising = false): Lists => {
  const all = lengthened(bytes)
  const lists: (Uint32Array | undefined)[] = []
  for (let at = 0; at < all.length; ) {
    const from = at + 1
    at = from + (all[at] ?? 0)
    if (at > all.length) throw new RangeError('A list of numbers is cut off')
    for (let i = from + 1; rising && i < at; i++) all[i] = (all[i] ?? 0) + (all[i - 1] ?? 0)
    lists.push(at > from ? all.subarray(from, at) : undefined)
  }
  return lists
}

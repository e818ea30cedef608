import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { framed, frames } from './frames.ts'
import { anyDump, type CatalogueDump, dumpHead, type EntryDump, entryDumps, SHAPE } from './shape.ts'
import { strung, unstrung } from './strung.ts'

const unpacked = promisify(gunzip)
const packed = promisify(gzip)
/** A third of the size for little time: it is written often, and read when somebody waits. */
const QUICK = { level: 3 }
/** So many cards at a time: while one frame is read, others are being unpacked by other threads. */
const CARDS = 1000
const RISING = true

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

const read = (bytes: Uint8Array): unknown =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))

const inSlices = <T>(all: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, i) => all.slice(i * length, (i + 1) * length))

/** The shape; what is neither numbers nor cards; then three frames of lists of numbers; then the cards. */
export const pack = async ({ v, at, state, ground }: CatalogueDump): Promise<Uint8Array> => {
  const { entries, ...others } = state
  const { texts, wholes, parts, ...known } = ground
  const plain = [
    json({ at, state: others, ground: known }),
    strung(texts),
    strung(wholes, RISING),
    strung(parts, RISING),
    ...inSlices(entries, CARDS).map(json),
  ]
  return framed([json({ v }), ...(await Promise.all(plain.map(bytes => packed(bytes, QUICK))))])
}

/** Before there were frames, it was one gzip member (RFC 1952, 2.3.1). */
const isWithoutFrames = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Undefined for what another version of the portal wrote. Throws for what none did. */
export const unpack = async (bytes: Uint8Array): Promise<CatalogueDump | undefined> => {
  if (isWithoutFrames(bytes)) return undefined
  const [shape = bytes, ...gzipped] = frames(bytes)
  if (anyDump.parse(read(shape)).v !== SHAPE) return undefined
  const opening = gzipped.map(frame => unpacked(frame))
  // The first that fails is told of below; nobody waits for the others then.
  for (const one of opening) one.catch(() => {})
  const [head, texts, wholes, parts, ...cards] = opening
  if (!head || !texts || !wholes || !parts) throw new RangeError('Frames are missing')
  const { at, state, ground } = dumpHead.parse(read(await head))
  const entries: EntryDump[] = []
  for (const one of cards) entries.push(...entryDumps.parse(read(await one)))
  return {
    v: SHAPE,
    at,
    state: { ...state, entries },
    ground: {
      ...ground,
      texts: unstrung(await texts),
      wholes: unstrung(await wholes, RISING),
      parts: unstrung(await parts, RISING),
    },
  }
}

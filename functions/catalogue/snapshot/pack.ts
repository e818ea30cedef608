import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { anyDump, type CatalogueDump, catalogueDump, SHAPE } from './shape.ts'

const unpacked = promisify(gunzip)
const packed = promisify(gzip)
/** A third of the size for little time: it is written often, and read when somebody waits. */
const QUICK = { level: 3 }

export const pack = (dump: CatalogueDump): Promise<Uint8Array> => packed(JSON.stringify(dump), QUICK)

/** Undefined for what another version of the portal wrote. Throws for what none did. */
export const unpack = async (bytes: Uint8Array): Promise<CatalogueDump | undefined> => {
  const read: unknown = JSON.parse((await unpacked(bytes)).toString('utf8'))
  return anyDump.parse(read).v === SHAPE ? catalogueDump.parse(read) : undefined
}

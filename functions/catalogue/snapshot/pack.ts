import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type CatalogueDump, catalogueDump } from './shape.ts'

const unpacked = promisify(gunzip)
const packed = promisify(gzip)
/** A third of the size for little time: it is written often, and read when somebody waits. */
const QUICK = { level: 3 }

export const pack = (dump: CatalogueDump): Promise<Uint8Array> => packed(JSON.stringify(dump), QUICK)

/** Throws for what no instance of this version wrote. */
export const unpack = async (bytes: Uint8Array): Promise<CatalogueDump> =>
  catalogueDump.parse(JSON.parse((await unpacked(bytes)).toString('utf8')))

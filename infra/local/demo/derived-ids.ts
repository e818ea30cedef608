import { createHash } from 'node:crypto'
import { encodeTime } from 'ulid'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 5 bits a character, from the hash of what the thing is called in the demo. */
const characters = (name: string, count: number): string =>
  [...createHash('sha256').update(name).digest()]
    .slice(0, count)
    .map(byte => CROCKFORD[byte % 32])
    .join('')

/** A ULID that is the same each time: the time it happened, then its name. */
export const derivedUlid = (name: string, at: number): string =>
  `${encodeTime(at, 10)}${characters(name, 16)}`

export const demoInitiativeId = (ref: string, at: number): string => `ini_${derivedUlid(ref, at)}`
export const demoCommentId = (ref: string, index: number, at: number): string =>
  `com_${derivedUlid(`${ref}/${index}`, at)}`
export const demoPersonId = (name: string, unitId: string): string =>
  `per_${characters(`${name}/${unitId}`, 26)}`

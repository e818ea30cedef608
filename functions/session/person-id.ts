import { createHash } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 26

/**
 * `per_` + 26 characters of Crockford's base32 (130 bits) of SHA-256 over the issuer, a zero byte and the subject:
 * the same person at the same provider, and nothing that tells who.
 */
export const personIdOf = (issuer: string, subject: string): string => {
  const bits = BigInt(`0x${createHash('sha256').update(`${issuer}\0${subject}`).digest('hex')}`)
  const characters = Array.from(
    { length: LENGTH },
    (_, i) => CROCKFORD[Number((bits >> BigInt(251 - 5 * i)) & 31n)],
  )
  return `per_${characters.join('')}`
}

const PERSON_SUBJECT = /^per_[0-9A-Za-z]{1,64}$/

/** A provider that is trusted to name persons by their ids is taken at its word. */
export const personIdFor = (issuer: string, subject: string, trustsPersonSubjects: boolean): string =>
  trustsPersonSubjects && PERSON_SUBJECT.test(subject) ? subject : personIdOf(issuer, subject)

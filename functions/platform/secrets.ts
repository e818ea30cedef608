import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export const newSecret = (): string => randomBytes(32).toString('base64url')
/** What the store keeps of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Whether this is the secret of that hash, told in the same time whatever it is. */
export const isSecretOf = (hash: string, secret: string): boolean => {
  const [known, given] = [Buffer.from(hash), Buffer.from(hashOf(secret))]
  return known.length === given.length && timingSafeEqual(known, given)
}

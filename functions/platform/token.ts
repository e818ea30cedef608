/** JSON as an opaque token that goes unharmed through headers and addresses. */
export const toToken = (value: unknown): string =>
  Buffer.from(JSON.stringify(value), 'utf8').toString('base64url')

/** What `toToken` was given. Throws for everything else: Node passes over letters that are not of the alphabet. */
export const fromToken = (token: string): unknown => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.toString('base64url') !== token) throw new SyntaxError('No token')
  return JSON.parse(bytes.toString('utf8'))
}

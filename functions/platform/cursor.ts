import { PortalError } from './problem.ts'
import { fromToken, toToken } from './token.ts'

/** An opaque place in one list: of no use in another. */
export const encodeCursor = (scope: string, place: string): string => toToken([scope, place])

/** Throws `invalid_cursor` for what was not made by `encodeCursor` for this list. */
export const decodeCursor = (scope: string, cursor: string, shape: RegExp): string => {
  try {
    const read = fromToken(cursor)
    if (Array.isArray(read) && read[0] === scope && typeof read[1] === 'string' && shape.test(read[1]))
      return read[1]
  } catch {
    // Falls through: unreadable is invalid.
  }
  throw new PortalError('invalid_cursor')
}

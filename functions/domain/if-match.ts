import { PortalError } from '#functions/platform/problem.ts'

/** Versions that the caller would accept; undefined when the header was not sent (or was `*`). RFC 9110, 13.1.1. */
export type IfMatch = readonly number[] | undefined

/** Weak tags and what is no tag of ours match nothing. */
export const parseIfMatch = (header: string | undefined): IfMatch => {
  if (header === undefined || header.trim() === '' || header.trim() === '*') return undefined
  return header.split(',').flatMap(tag => {
    const match = /^"(\d{1,15})"$/.exec(tag.trim())
    return match ? [Number(match[1])] : []
  })
}

export const honour = (ifMatch: IfMatch, version: number | undefined): void => {
  if (ifMatch !== undefined && (version === undefined || !ifMatch.includes(version)))
    throw new PortalError('stale')
}

/** For edits of what others may be editing too: without a version nothing is written. */
export const demand = (ifMatch: IfMatch, version: number): void => {
  if (ifMatch === undefined) throw new PortalError('if_match_required')
  honour(ifMatch, version)
}

import { randomUUID } from 'node:crypto'
import { monotonicFactory } from 'ulid'

/** Makes ids that sort by time. */
export type Ids = {
  initiative: (now: number) => string
  comment: (now: number) => string
  spotlight: (now: number) => string
  report: (now: number) => string
}

/** A request's own mark, carried by everything it writes. */
export const newWriteId = (): string => randomUUID()

export const ulidIds = (): Ids => {
  const ulid = monotonicFactory()
  return {
    initiative: now => `ini_${ulid(now)}`,
    comment: now => `com_${ulid(now)}`,
    spotlight: now => ulid(now),
    report: now => ulid(now),
  }
}

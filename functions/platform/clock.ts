/** The time in ms since 1970. Passed as an argument, so that tests and the demo can set it. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

/** ISO 8601 in UTC, as the contract writes times. */
export const isoTime = (now: number): string => new Date(now).toISOString()

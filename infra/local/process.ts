import { StartError } from './start-error.ts'

/** What stands after `--`. Throws `StartError` for what is not among `known`. */
export const flagsOf = (...known: string[]): ReadonlySet<string> => {
  const given = process.argv.slice(2)
  const odd = given.find(flag => !known.includes(flag))
  if (odd !== undefined)
    throw new StartError(`»${odd}« kendes ikke. Efter -- kan der stå: ${known.join(' ')}`)
  return new Set(given)
}

/** Ends with 1: one sentence for what the person can cure, everything for what only we can. */
export const sayWhy = (error: unknown): never => {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}

export const stopOnSignal = (stop: () => Promise<void>): void => {
  const end = (): void => {
    stop().then(() => process.exit(0), sayWhy)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

import { StartError } from './start-error.ts'

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

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Clock } from '#functions/platform/clock.ts'
import { addIndexLag } from './index-lag.ts'
import { addPartialBatches } from './partial-batches.ts'
import { seededRandom } from './random.ts'

/**
 * What a local database never does (ARCHITECTURE.md, "A fault layer"): injected in the SDK's middleware, below the
 * SDK's own retries, the same for the same seed. For a clock that is wrong, see `skewed` in `clock.ts`.
 *
 * `throttle`, `serverError`: refused, nothing happened. `timeout`: never arrived. `reset`: the connection broke, before
 * it arrived or after it landed. `lost`: it landed, the answer did not come back. `partialBatch`: a BatchGet leaves some
 * keys unprocessed.
 */
export const FAULTS = ['throttle', 'serverError', 'timeout', 'reset', 'lost', 'partialBatch'] as const
export type Fault = (typeof FAULTS)[number]

/** A count of each. */
export const noFaults = (): Record<Fault, number> => ({
  throttle: 0,
  serverError: 0,
  timeout: 0,
  reset: 0,
  lost: 0,
  partialBatch: 0,
})

/** As the SDK and the store know it: by name, and for the SDK by status. */
class InjectedError extends Error {
  readonly $fault = 'server' as const
  readonly $metadata: { httpStatusCode?: number }
  constructor(name: string, status?: number) {
    super(`injected: ${name}`)
    this.name = name
    this.$metadata = status === undefined ? {} : { httpStatusCode: status }
  }
}

/** As a socket says it. */
class InjectedReset extends Error {
  readonly code = 'ECONNRESET'
}

const ERRORS: Record<Exclude<Fault, 'partialBatch'>, () => Error> = {
  throttle: () => new InjectedError('ProvisionedThroughputExceededException', 400),
  serverError: () => new InjectedError('InternalServerError', 500),
  timeout: () => new InjectedError('TimeoutError'),
  reset: () => new InjectedReset('injected: read ECONNRESET'),
  lost: () => new InjectedError('TimeoutError'),
}

export type Faults = ReturnType<typeof createFaults>

export const createFaults = ({ seed, clock }: { seed: number; clock: Clock }) => {
  const random = seededRandom(seed)
  let rates: Partial<Record<Fault, number>> = {}
  let lag = 0
  let down = false
  let hanging: Promise<never> | undefined
  const planned: { fault: Fault; command: string }[] = []
  const injected = noFaults()

  /** Whether this call is to meet this fault: as planned, else by chance. */
  const strikes = (fault: Fault, command: string): boolean => {
    const first = planned.findIndex(one => command === `${one.command}Command`)
    const isPlanned = planned[first]?.fault === fault
    if (isPlanned) planned.splice(first, 1)
    const isStruck = isPlanned || random() < (rates[fault] ?? 0)
    if (isStruck) injected[fault]++
    return isStruck
  }

  const index = addIndexLag(clock, () => lag, random)

  const attach = (client: DynamoDBClient): void => {
    client.middlewareStack.add(
      (next, context) => async args => {
        const command = context.commandName ?? ''
        if (hanging) await hanging
        if (down) throw ERRORS.timeout()
        for (const fault of ['throttle', 'serverError', 'timeout'] as const) {
          if (strikes(fault, command)) throw ERRORS[fault]()
        }
        const isReset = strikes('reset', command)
        if (isReset && random() < 0.5) throw ERRORS.reset()
        const result = await next(args)
        index.landed(context)
        if (isReset) throw ERRORS.reset()
        if (strikes('lost', command)) throw ERRORS.lost()
        return result
      },
      { step: 'finalizeRequest', priority: 'low', name: 'faults' },
    )
    addPartialBatches(client, command => strikes('partialBatch', command), random)
    index.attach(client)
  }

  return {
    /** Puts the layer into a client; several clients may share one. */
    attach,
    /** The chance of each fault at each try, from now on. */
    rates: (chances: Partial<Record<Fault, number>>): void => {
      rates = chances
    },
    /** The next try of one command (`PutItem`, `Query`, …) meets this fault; the one after, what is said next. */
    next: (fault: Fault, command: string): void => {
      planned.push({ fault, command })
    },
    /** How late the `changes` index shows what is written through an attached client, at most (ms of `clock`). */
    indexLag: (most: number): void => {
      lag = most
    },
    /** Every call fails, until `down(false)`. */
    down: (isDown: boolean): void => {
      down = isDown
    },
    /** No call is answered, until the returned function lets all of them fail. */
    hang: (): (() => void) => {
      let fail = (): void => {}
      hanging = new Promise<never>((_, reject) => {
        fail = () => reject(ERRORS.timeout())
      })
      hanging.catch(() => {})
      return () => {
        hanging = undefined
        fail()
      }
    },
    /** No more faults: what follows is quiet. */
    calm: (): void => {
      rates = {}
      lag = 0
      down = false
      planned.length = 0
    },
    /** How often each was met, so that a test can show that it met any. */
    injected,
  }
}

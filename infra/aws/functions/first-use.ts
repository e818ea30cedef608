/**
 * A handler that is made when the first event comes, so that importing does nothing; made again where making failed.
 */
export const onFirstUse = <Event, Result>(make: () => Promise<(event: Event) => Promise<Result>>) => {
  let made: Promise<(event: Event) => Promise<Result>> | undefined
  return async (event: Event): Promise<Result> => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return (await made)(event)
  }
}

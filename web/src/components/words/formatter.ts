/** Made when it is first needed: the browser's first formatter of any kind costs a slow phone 60 ms. */
export const formatter = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

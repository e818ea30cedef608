const inPage = (): Set<string> => {
  const links = globalThis.document?.querySelectorAll('link[rel="preload"][as="fetch"]') ?? []
  return new Set([...links].flatMap(link => link.getAttribute('href') ?? []))
}
let addresses: Set<string> | undefined

/** Whether the page asked for this ahead of its code: the browser hands that answer to whoever asks first, once. */
export const wasAskedAhead = (address: string): boolean => {
  addresses ??= inPage()
  return addresses.delete(address)
}

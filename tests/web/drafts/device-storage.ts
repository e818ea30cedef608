import type { DeviceStorage } from '../../../web/src/drafts/device.ts'

/** Web Storage as the browser has it, over a Map; `full` refuses as a full disk does. */
export const device = (full = false): DeviceStorage => {
  const kept = new Map<string, string>()
  return {
    getItem: name => kept.get(name) ?? null,
    setItem: (name, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      kept.set(name, value)
    },
    removeItem: name => kept.delete(name),
    key: index => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

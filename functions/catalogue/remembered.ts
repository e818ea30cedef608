import type { Snapshot } from './replica/snapshot.ts'

/**
 * Answers that are worked out once for each moment of the catalogue: a snapshot never changes, and most people ask what
 * others have just asked. At most `most` of them for a moment; they go when it does.
 */
export const remembering = <T>(most: number) => {
  const kept = new WeakMap<Snapshot, Map<string, T>>()
  return (snapshot: Snapshot, key: string, workOut: () => T): T => {
    const known = kept.get(snapshot) ?? new Map<string, T>()
    kept.set(snapshot, known)
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = workOut()
    if (known.size >= most) known.clear()
    known.set(key, answer)
    return answer
  }
}

import type { ActivityKind } from '#shared/rules/vocabulary.ts'

/** What happens to a card in a month, as a column and in a sentence. */
export const MONTH_KINDS: readonly { kind: ActivityKind; heading: string; words: string }[] = [
  { kind: 'published', heading: 'Delt', words: 'delt' },
  { kind: 'started', heading: 'Taget til sig', words: 'taget til sig' },
  { kind: 'inUse', heading: 'I brug', words: 'i brug' },
  { kind: 'stopped', heading: 'Stoppet og lært af', words: 'stoppet og lært af' },
]

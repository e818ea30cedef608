/** Jobs by name, as the scheduler and people call them. */
export const JOBS = ['sweep', 'retain', 'replay', 'import-organisation'] as const
export type JobName = (typeof JOBS)[number]

import type { Kin } from '#shared/contract/initiative.ts'

/** Why a relative has no title for the one who looks. */
export const hiddenBecause = ({ status }: Kin): string =>
  status === 'withdrawn' ? 'trukket tilbage' : 'ikke delt med jer'

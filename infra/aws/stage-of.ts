import { parseArgs } from 'node:util'

/** `-- --stage test`; without it the one that people use. */
export const stageOf = (args: readonly string[]): string =>
  parseArgs({ args: [...args], options: { stage: { type: 'string', default: 'prod' } } }).values.stage

import { cdk, endWith } from './cdk.ts'
import { portalConfig } from './portal.config.ts'
import { namesOf, settingsFor } from './settings.ts'
import { stageOf } from './stage-of.ts'

/** All that can be made again; the data stack is not among them, and would not let itself be removed. */
const REMOVED = ['budget', 'observability', 'jobs', 'web', 'api']

/** `npm run destroy`: removes the portal and keeps its table. */
const destroy = async (): Promise<void> => {
  const stage = stageOf(process.argv.slice(2))
  const { stack } = namesOf(settingsFor(portalConfig, stage))
  await cdk('destroy', stage, ['--force', '--exclusively', ...REMOVED.map(stack)])
  console.log(`\nThe table stays, with ${stack('data')}. infra/aws/README.md tells what else does.`)
}

destroy().catch(endWith)

import { cdk, endWith } from './cdk.ts'
import { stageOf } from './stage-of.ts'

/** `npm run synth`: the templates and bundles into `.build`, without credentials and without the network. */
const synth = (): Promise<void> => cdk('synth', stageOf(process.argv.slice(2)), ['--quiet', '--no-lookups'])

synth().catch(endWith)

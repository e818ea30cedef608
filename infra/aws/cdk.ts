import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../', import.meta.url))
/** The tool is to speak of the portal alone, and to ask nobody about anything. */
const QUIET = { CDK_DISABLE_CLI_TELEMETRY: '1', AWS_EC2_METADATA_DISABLED: 'true' }

/** Runs the project's own `cdk` for one stage; rejects when it fails, having said why itself. */
export const cdk = async (command: string, stage: string, args: readonly string[]): Promise<void> => {
  const all = ['node_modules/aws-cdk/bin/cdk', command, '--no-notices', '-c', `stage=${stage}`, ...args]
  const child = spawn(process.execPath, all, {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, ...QUIET },
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Refusal(`cdk ${command} did not succeed; what it says above tells why.`)
}

/** A sentence for whoever runs a command; the process ends with 1. */
export class Refusal extends Error {}

export const endWith = (error: unknown): never => {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
}

import { readFile } from 'node:fs/promises'
import { S3Client } from '@aws-sdk/client-s3'
import * as z from 'zod'
import { buildWeb, WEB_ROOT } from '#infra/local/build-web.ts'
import { cdk, endWith, Refusal } from './cdk.ts'
import { documentationFiles } from './documentation.ts'
import { OUTPUTS } from './outputs.ts'
import { portalConfig } from './portal.config.ts'
import { publishMade, publishWeb } from './publish-web.ts'
import { missingSecret } from './secret-is-there.ts'
import { namesOf, placeholdersIn, settingsFor } from './settings.ts'
import { stageOf } from './stage-of.ts'

const OUTPUTS_FILE = '.build/outputs.json'

/** `npm run deploy`: the stacks first, then the web's files, which are older than no function they call. */
const deploy = async (): Promise<void> => {
  const stage = stageOf(process.argv.slice(2))
  const settings = settingsFor(portalConfig, stage)
  const missing = placeholdersIn(settings)
  if (missing.length > 0)
    throw new Refusal(`Fill in infra/aws/portal.config.ts before you deploy: ${missing.join(', ')}.`)
  const secret = await missingSecret(settings)
  if (secret !== undefined)
    throw new Refusal(`Put the client secret first; without it every page would say 503:\n  ${secret}`)
  await buildWeb()
  await cdk('deploy', stage, ['--all', '--outputs-file', OUTPUTS_FILE])

  const web = namesOf(settings).stack('web')
  const outputs = z.object({ [OUTPUTS.bucket]: z.string(), [OUTPUTS.origin]: z.string() })
  const all = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(OUTPUTS_FILE, 'utf8')))
  const { [OUTPUTS.bucket]: bucket, [OUTPUTS.origin]: origin } = outputs.parse(all[web])
  const client = new S3Client({ region: settings.region })
  await publishMade(client, bucket, await documentationFiles(settings.openWindow))
  const count = await publishWeb(client, bucket, WEB_ROOT)
  client.destroy()
  console.log(`\n${count} files are up. The portal is at ${origin}`)
}

deploy().catch(endWith)

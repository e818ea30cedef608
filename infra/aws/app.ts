import { App } from 'aws-cdk-lib'
import * as z from 'zod'
import { buildFunctions } from './bundles.ts'
import { portalConfig } from './portal.config.ts'
import { check, createPortalApp } from './portal-app.ts'
import { settingsFor } from './settings.ts'

/** What `cdk` runs: `-c stage=test` chooses a stage. Offline: nothing is looked up. */
const synthesise = async (): Promise<void> => {
  const app = new App()
  const stage = z.string().default('prod').parse(app.node.tryGetContext('stage'))
  const settings = settingsFor(portalConfig, stage)
  await buildFunctions()
  createPortalApp(settings, app)
  check(app)
}

try {
  await synthesise()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

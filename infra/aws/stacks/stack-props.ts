import type { StackProps } from 'aws-cdk-lib'
import type { Settings } from '../settings.ts'

/** One account, one region, and tags by which the bill can be read. */
export const stackProps = (settings: Settings, description: string): StackProps => ({
  env: { region: settings.region, ...(settings.account === undefined ? {} : { account: settings.account }) },
  description,
  tags: { portal: settings.name, stage: settings.stage },
})

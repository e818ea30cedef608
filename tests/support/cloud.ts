import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api'
import * as z from 'zod'
import { buildFunctions } from '#infra/aws/bundles.ts'
import { portalConfig } from '#infra/aws/portal.config.ts'
import { check, createPortalApp } from '#infra/aws/portal-app.ts'
import { settingsFor } from '#infra/aws/settings.ts'

const finding = z.object({ ruleName: z.string() })
const validation = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(finding),
      suppressedViolations: z.array(finding),
    }),
  ),
})

/** The cloud as the repository's own configuration makes it, synthesised in this process; cdk-nag takes its time. */
export const synthesise = async (changes: Partial<typeof portalConfig> = {}, { checked = true } = {}) => {
  await buildFunctions()
  // Assets are named by their content, but not copied: nothing goes up from here.
  const app = new App({ context: { [DISABLE_ASSET_STAGING_CONTEXT]: true } })
  const { stacks } = createPortalApp(settingsFor({ ...portalConfig, ...changes }, 'prod'), app)
  if (checked) check(app)
  const assembly = app.synth()
  const report = checked
    ? JSON.parse(readFileSync(join(assembly.directory, 'validation-report.json'), 'utf8'))
    : { pluginReports: [] }
  return {
    packs: validation.parse(report).pluginReports,
    data: Template.fromStack(stacks.data),
    api: Template.fromStack(stacks.api),
    web: Template.fromStack(stacks.web),
    jobs: Template.fromStack(stacks.jobs),
    observability: Template.fromStack(stacks.observability),
    budget: Template.fromStack(stacks.budget),
  }
}
export type Cloud = Awaited<ReturnType<typeof synthesise>>

export const templatesOf = ({ packs: _, ...templates }: Cloud): [string, Template][] =>
  Object.entries(templates)

import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag'
import type { Settings } from './settings.ts'
import { ApiStack } from './stacks/api.ts'
import { BudgetStack } from './stacks/budget.ts'
import { DataStack } from './stacks/data.ts'
import { JobsStack } from './stacks/jobs.ts'
import { ObservabilityStack } from './stacks/observability.ts'
import { WebStack } from './stacks/web.ts'

/** The whole portal in the cloud: what must last apart from what can be made again. The bundles are there already. */
export const createPortalApp = (settings: Settings, app = new App()) => {
  const data = new DataStack(app, settings)
  const api = new ApiStack(app, settings, data.table)
  const web = new WebStack(app, settings, api.api)
  const jobs = new JobsStack(app, settings, data.table)
  const observability = new ObservabilityStack(app, settings, { data, api, jobs })
  const budget = new BudgetStack(app, settings)
  return { app, stacks: { data, api, web, jobs, observability, budget } }
}

/** Has cdk-nag look at everything when it is synthesised; what we live with is in `acknowledgements.ts`. */
export const check = (app: App): void => {
  for (const pack of [AwsSolutionsChecks, ServerlessChecks, NIST80053R5Checks]) {
    Validations.of(app).addPlugins(new pack(app))
  }
}

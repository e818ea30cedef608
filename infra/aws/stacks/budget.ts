import { type App, Stack } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { namesOf, type Settings } from '../settings.ts'
import { stackProps } from './stack-props.ts'

/** AWS makes bills in one region, and budgets with them. Nothing of the portal's is there. */
const BILLING_REGION = 'us-east-1'

/** Told at 80 % of the budget, and when the month is on its way beyond it. It counts the whole account. */
export class BudgetStack extends Stack {
  constructor(app: App, settings: Settings) {
    const { stack } = namesOf(settings)
    super(
      app,
      stack('budget'),
      stackProps({ ...settings, region: BILLING_REGION }, 'The budget and its alarm'),
    )
    const subscribers = [{ subscriptionType: 'EMAIL', address: settings.alarmAddress }]
    const when = (notificationType: string, threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        thresholdType: 'PERCENTAGE',
        comparisonOperator: 'GREATER_THAN',
      },
      subscribers,
    })
    new CfnBudget(this, 'Budget', {
      // No name: another address makes CloudFormation replace it, and two cannot have one name at once.
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: settings.monthlyBudgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: [when('ACTUAL', 80), when('FORECASTED', 100)],
    })
  }
}

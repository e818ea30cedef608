import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { ALARMS } from '../alarms.ts'
import type { Settings } from '../settings.ts'

/** One page: what the alarms watch, one graph each, under what it means when it rises. */
export const dashboard = (scope: Construct, settings: Settings, metrics: readonly IMetric[]): Dashboard => {
  const board = new Dashboard(scope, 'Dashboard', { dashboardName: `${settings.name}-${settings.stage}` })
  board.addWidgets(
    new TextWidget({
      markdown: `# Konkrete greb (${settings.stage})\n[Drift](${settings.runbook})`,
      width: 24,
      height: 2,
    }),
  )
  const graphs = ALARMS.map(
    ({ name, errorImpact }, index) =>
      new GraphWidget({ title: `${name}: ${errorImpact}`, left: metrics.slice(index, index + 1), width: 12 }),
  )
  for (let at = 0; at < graphs.length; at += 2) board.addWidgets(...graphs.slice(at, at + 2))
  return board
}

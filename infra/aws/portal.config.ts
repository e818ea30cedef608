import type { PortalConfig } from './settings.ts'

/** Everything that differs from one municipality to another. Secrets never stand here: see README.md, step 3. */
export const portalConfig: PortalConfig = {
  name: 'konkrete-greb',
  region: 'eu-north-1',
  signIn: {
    issuer: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0',
    clientId: '00000000-0000-0000-0000-000000000000',
    claims: {
      title: 'jobtitle',
      // A department is a unit's name; `values` is for those that are written in another way.
      unit: { from: 'department', isName: true, values: {} },
      // Groups by object id: { '<group id>': 'director', '<group id>': 'moderator' }.
      roles: { from: 'groups', values: {}, everybody: ['employee'] },
    },
  },
  openWindow: false,
  ownKey: false,
  alarmAddress: 'it-drift@example.dk',
  monthlyBudgetUsd: 10,
  runbook: 'https://example.dk/konkrete-greb/infra/aws/RUNBOOK.md',
  reserveConcurrency: true,
  logDays: 30,
  stages: {
    prod: {},
    test: { monthlyBudgetUsd: 5 },
  },
}

/** Whom an alarm is about, and where RUNBOOK.md says what to do. */
export type AlarmText = { name: string; errorImpact: string; anchor: string }

/** AWS gives ten alarms a month for nothing; `alarms.test.ts` holds us to them, and each anchor to the runbook. */
export const ALARMS = [
  {
    name: 'server-errors',
    errorImpact: 'Alle: siderne svarer med fejl, og det, folk skriver, bliver liggende på deres enhed.',
    anchor: 'server-errors',
  },
  {
    name: 'slow',
    errorImpact: 'Alle: hver tyvende side er over to sekunder om at svare.',
    anchor: 'slow-answers',
  },
  {
    name: 'throttled',
    errorImpact: 'Nogle: flere vil ind, end der er plads til, og de bliver bedt om at prøve igen.',
    anchor: 'too-many-at-once',
  },
  {
    name: 'table-throttled',
    errorImpact: 'Dem, der skriver netop nu: databasen siger fra, og portalen beder dem prøve igen.',
    anchor: 'the-table-throttles',
  },
  {
    name: 'stream-late',
    errorImpact:
      'Enheder, hvis greb er ført videre: kortet viser ikke sine nyeste aftryk. Ingen mister noget.',
    anchor: 'reactions-are-late',
  },
  {
    name: 'stream-set-aside',
    errorImpact: 'Få: en ændring kunne ikke behandles og er lagt til side; kortet selv er gemt.',
    anchor: 'a-change-was-set-aside',
  },
  {
    name: 'jobs-set-aside',
    errorImpact:
      'Ingen lige nu: et job (oprydning, glemsel, katalogets øjebliksbillede) lykkedes ikke efter flere forsøg.',
    anchor: 'a-job-was-set-aside',
  },
] as const satisfies readonly AlarmText[]
export type AlarmName = (typeof ALARMS)[number]['name']

/** What AWS counts: an alarm over a sum watches each of its metrics. A test counts them in the template. */
export const ALARM_METRICS = 10

import '#infra/local/quiet.ts'
import { cpus } from 'node:os'
import type { Measure } from './figure.ts'
import { printTable } from './table.ts'

/** Every file of figures, in the order in which they run. A new one is one more line. */
const BENCHES: Record<string, () => Promise<{ measure: Measure }>> = {
  start: () => import('./start.ts'),
  'cold-start': () => import('./cold-start.ts'),
  bytes: () => import('./bytes.ts'),
  calls: () => import('./calls.ts'),
  'next-list': () => import('./next-list.ts'),
  api: () => import('./api.ts'),
  insights: () => import('./insights.ts'),
  'first-card': () => import('./first-card.ts'),
  search: () => import('./search.ts'),
  lighthouse: () => import('./lighthouse.ts'),
}

/** `npm run bench`, or some of it: `npm run bench -- start api`. It tells what is over and never fails for it. */
const run = async (wanted: readonly string[]): Promise<void> => {
  const names = Object.keys(BENCHES)
  const unknown = wanted.filter(name => !names.includes(name))
  if (unknown.length > 0)
    throw new Error(`No such bench: ${unknown.join(', ')}. There are: ${names.join(', ')}`)
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  for (const name of wanted.length > 0 ? wanted : names) {
    const bench = await BENCHES[name]?.()
    if (bench) printTable(name, await bench.measure())
  }
}

await run(process.argv.slice(2))

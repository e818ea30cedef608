import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp, restore } from '#functions/store/backup.ts'
import { startPortal } from '#tests/support/portal.ts'

const runbook = readFileSync(new URL('../../../infra/aws/RUNBOOK.md', import.meta.url), 'utf8')
/** What the runbook leaves out of the comparison, as it writes it. */
const LEFT_OUT = new RegExp(/grep -vE '(.+?)'/.exec(runbook)?.[1] ?? 'the runbook compares nothing')

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => {
  portal = await startPortal({ cards: true })
})
afterAll(() => portal.stop())

const backUpAll = async (): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of backUp(portal.client, portal.config.tableName)) lines.push(line)
  return lines
}
async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
const compared = (lines: readonly string[]): string[] =>
  lines.filter(line => line.includes('"pk"') && !LEFT_OUT.test(line)).sort()

test('the drill: what was written since is gone, what was deleted is back with all that hung on it, word for word', async () => {
  await portal.pump.flush()
  const before = await backUpAll()
  const cards = await portal.store.changes.since(0)
  const card = cards.find(
    ({ kind, pk }) => kind === 'initiative' && cards.some(one => one.kind === 'comment' && one.pk === pk),
  )
  const id = card?.pk.slice(2) ?? ''
  const token = await portal.tokenFor('per_sofie')
  const removed = await fetch(`${portal.origin}/api/v1/initiatives/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
  expect(removed.status).toBe(204)
  await portal.pump.flush()
  const after = await backUpAll()
  expect(after.filter(line => line.includes(`I#${id}`)).length).toBeLessThan(
    before.filter(line => line.includes(`I#${id}`)).length,
  )

  await restore(portal.client, portal.config.tableName, each(before), { replace: true })
  expect(compared(await backUpAll())).toEqual(compared(before))
  expect(compared(before).length).toBeGreaterThan(200)
})

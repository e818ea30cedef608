import '#infra/local/quiet.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { demoPeople } from '#infra/local/demo/data.ts'
import { startPortal } from '#tests/support/portal.ts'
import { seededRandom } from '#tests/support/random.ts'
import { startDatabaseProcess } from './database-process.ts'
import { createHttp } from './http.ts'

/**
 * `tsx tests/bench/load.ts [seconds]`: fifty people at once on this machine, four reads to a write, for three minutes.
 * Prints errors, the 95th percentile and how the heap grew; judges nothing.
 */
const PEOPLE = 50
const THINKS_MS = 400
const seconds = Number(process.argv[2] ?? 180)

const database = await startDatabaseProcess()
const portal = await startPortal({ cards: true, dynamodbEndpoint: database.endpoint })
const http = createHttp(Number(new URL(portal.origin).port))
const withUnit = demoPeople.filter(person => person.unitId !== null && person.id !== 'per_aase')
const tokens = await Promise.all(withUnit.map(async ({ id }) => portal.tokenFor(id)))
const random = seededRandom(50)
const took: number[] = []
const errors: string[] = []
let writes = 0

const pick = <T>(list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

const ask = async (token: string, method: string, path: string, body?: unknown) => {
  const began = performance.now()
  const headers = { authorization: `Bearer ${token}` }
  const answer = await http.send({ method, path: `/api/v1${path}`, headers, body })
  took.push(performance.now() - began)
  if (answer.status >= 400) errors.push(`${method} ${path}: ${answer.status}`)
  return answer
}

const { items } = JSON.parse((await ask(pick(tokens), 'GET', '/catalogue?limit=100')).body)
const seenByAll = ({ visibility }: { visibility: string }) => ['organisation', 'public'].includes(visibility)
const cards: string[] = items.filter(seenByAll).map((item: { id: string }) => item.id)

const read = (token: string) =>
  pick([
    () => ask(token, 'GET', `/initiatives/${pick(cards)}`),
    () => ask(token, 'GET', '/catalogue'),
    () => ask(token, 'GET', '/catalogue?q=tavle'),
    () => ask(token, 'GET', '/session'),
    () => ask(token, 'GET', '/insights/promising'),
  ])()
const write = (token: string) => {
  writes++
  return pick([
    () =>
      ask(token, 'POST', `/initiatives/${pick(cards)}/comments`, { kind: 'question', text: 'Hvor længe?' }),
    () => ask(token, 'PUT', `/initiatives/${pick(cards)}/reactions/me`),
    () => ask(token, 'DELETE', `/initiatives/${pick(cards)}/reactions/me`),
    () => ask(token, 'POST', '/initiatives', { title: 'Et udkast' }),
  ])()
}

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
const until = performance.now() + seconds * 1000
const someone = async (nth: number): Promise<void> => {
  const token = tokens[nth % tokens.length] ?? ''
  await wait(random() * THINKS_MS)
  while (performance.now() < until) {
    await (random() < 0.2 ? write(token) : read(token))
    await wait(THINKS_MS / 2 + random() * THINKS_MS)
  }
}
const warm = wait(Math.min(30, seconds / 4) * 1000).then(heap)
await Promise.all(Array.from({ length: PEOPLE }, (_, nth) => someone(nth)))
const [before, after] = [await warm, heap()]
const sorted = [...took].sort((a, b) => a - b)
const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
console.log(`load: ${PEOPLE} people, ${seconds} s, ${took.length} requests, ${writes} writes`)
console.log(`load: ${errors.length} errors${errors.length > 0 ? `, first: ${errors[0]}` : ''}`)
console.log(`load: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`)
console.log(
  `load: heap ${(before / 1e6).toFixed(1)} → ${(after / 1e6).toFixed(1)} MB (portal and clients in one process)`,
)
http.close()
await portal.stop()
database.stop()

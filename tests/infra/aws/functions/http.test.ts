import { expect, test } from 'vitest'
import { resultOf } from '#infra/aws/functions/http.ts'

const LAMBDA_LIMIT = 6 * 1024 * 1024
const csv = (bytes: number) =>
  new Response('x'.repeat(bytes), { headers: { 'content-type': 'text/csv; charset=utf-8' } })

test('an answer of five megabytes goes out as it is', async () => {
  const { statusCode, body } = await resultOf(csv(5_000_000))
  expect([statusCode, body.length]).toEqual([200, 5_000_000])
})

test('one that Lambda could not hand back is refused in words, and says what to do', async () => {
  const { statusCode, headers, body } = await resultOf(csv(LAMBDA_LIMIT))
  expect([statusCode, headers['content-type']]).toEqual([413, 'application/problem+json; charset=utf-8'])
  expect(JSON.parse(body)).toMatchObject({ code: 'too_large', detail: expect.stringContaining('flere dele') })
})

import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { TABLE } from './table.ts'

/** Binary values, which JSON cannot hold, travel as base64. */
const bytes = z.codec(z.base64(), z.instanceof(Uint8Array), {
  decode: text => new Uint8Array(Buffer.from(text, 'base64')),
  encode: value => Buffer.from(value).toString('base64'),
})

/** DynamoDB's own typed values: what a number or a set was, it is again. */
const value: z.ZodType<AttributeValue, unknown> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.literal(true) }),
    z.strictObject({ M: z.record(z.string(), value) }),
    z.strictObject({ L: z.array(value) }),
    z.strictObject({ SS: z.array(z.string()) }),
    z.strictObject({ NS: z.array(z.string()) }),
    z.strictObject({ B: bytes }),
    z.strictObject({ BS: z.array(bytes) }),
  ]),
)
const text = z.strictObject({ S: z.string() })
const item = z
  .record(z.string(), value)
  .refine(one => [TABLE.partitionKey, TABLE.sortKey].every(key => text.safeParse(one[key]).success))
export type BackupItem = Record<string, AttributeValue>

const first = z.strictObject({ backup: z.literal('konkrete-greb'), v: z.literal(1) })
const last = z.strictObject({ items: z.int().nonnegative() })

export const FIRST_LINE = JSON.stringify({ backup: 'konkrete-greb', v: 1 })
export const lastLine = (items: number): string => JSON.stringify({ items })

/** One item; attributes in order, so that the same item is the same line. */
export const itemLine = (one: BackupItem): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))),
    (_, part: unknown) => (part instanceof Uint8Array ? Buffer.from(part).toString('base64') : part),
  )

const parse = <T>(schema: z.ZodType<T>, line: string, what: string): T => {
  try {
    return schema.parse(JSON.parse(line))
  } catch {
    throw new Error(what)
  }
}

/** All items of a backup. Throws a sentence for what is none, is cut off, or was changed. */
export const readBackup = async (lines: AsyncIterable<string>): Promise<BackupItem[]> => {
  const items: BackupItem[] = []
  let number = 0
  let held: string | undefined
  for await (const line of lines) {
    if (line === '') continue
    number++
    if (number === 1) parse(first, line, 'This is not a backup of the portal.')
    else if (held !== undefined) items.push(parse(item, held, `Line ${number - 1} cannot be read.`))
    if (number > 1) held = line
  }
  const { items: count } = parse(last, held ?? '', 'The backup is cut off: its last line is missing.')
  if (count !== items.length) throw new Error(`The backup is not whole: ${items.length} items of ${count}.`)
  return items
}

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Clock } from '#functions/platform/clock.ts'

const image = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  version: z.number().optional(),
  changedAt: z.number().optional(),
})
type Image = z.infer<typeof image>
const put = z.object({ Item: image })
const queried = z.object({
  IndexName: z.string(),
  ExpressionAttributeValues: z.object({ ':since': z.number() }),
})

/**
 * An index that is late, for each write by a time of its own up to `most` (ms), still shows the item as it was: the
 * newest image that had time to arrive, or none.
 */
export const addIndexLag = (clock: Clock, most: () => number, random: () => number) => {
  /** Each image, and when it arrives. */
  const written = new Map<string, { image: Image; seenAt: number }[]>()
  const underWay = new WeakMap<object, Image>()

  const asSeen = (item: Image, since: number): Image[] => {
    const history = written.get(`${item.pk} ${item.sk}`) ?? []
    const isLate = history.some(({ image, seenAt }) => image.version === item.version && clock() < seenAt)
    if (!isLate) return [item]
    const older = history.findLast(({ seenAt }) => clock() >= seenAt)
    return older && (older.image.changedAt ?? 0) >= since ? [older.image] : []
  }

  const attach = (client: DynamoDBClient): void => {
    client.middlewareStack.add(
      (next, context) => async args => {
        const writing = put.safeParse(args.input)
        if (writing.success) underWay.set(context, writing.data.Item)
        const result = await next(args)
        const query = queried.safeParse(args.input)
        if (!query.success || most() === 0 || !('Items' in result.output)) return result
        const since = query.data.ExpressionAttributeValues[':since']
        const items = z.array(image).parse(result.output.Items)
        Object.assign(result.output, { Items: items.flatMap(item => asSeen(item, since)) })
        return result
      },
      { step: 'initialize', name: 'indexLag' },
    )
  }

  return {
    attach,
    /** Told by the layer below, for every try that the database has carried out. */
    landed: (context: object): void => {
      const item = underWay.get(context)
      if (item === undefined) return
      const key = `${item.pk} ${item.sk}`
      const history = written.get(key) ?? []
      if (history.some(({ image }) => image.version === item.version)) return
      written.set(key, [...history, { image: item, seenAt: clock() + random() * most() }])
    },
  }
}

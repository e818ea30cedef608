import * as z from 'zod'

/** The addresses of one person's own feed, as paths of this origin. Told once, when made; a new one replaces it. */
export const feedAddresses = z.object({ atom: z.string(), json: z.string() }).meta({ id: 'FeedAddresses' })
export type FeedAddresses = z.infer<typeof feedAddresses>

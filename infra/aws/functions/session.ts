import { httpHandler } from './http.ts'

/** Sign-in: the only function that is ever given a code or a provider's token. */
export const handler = httpHandler(({ session }) => session.routes)

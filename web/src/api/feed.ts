import { revalidate } from '@solidjs/router'
import type { FeedAddresses } from '#shared/contract/feed.ts'
import { api, portalFetch } from './client.ts'
import { getSession } from './session.ts'

/** A new address of one's own feed; the one before stops working. */
export const makeFeed = async (): Promise<FeedAddresses> => {
  const response = await api.me.feed.$post()
  const addresses = await response.json()
  await revalidate(getSession.key)
  return addresses
}

export const revokeFeed = async (): Promise<void> => {
  await portalFetch('/api/v1/me/feed', { method: 'DELETE' })
  await revalidate(getSession.key)
}

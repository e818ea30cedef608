import type { Adoption } from '#shared/contract/adoption.ts'
import { api } from '../../api/client.ts'

/** What our unit has said on the card at this moment, past every cache. */
export const ourAdoption = async (id: string, unitId: string): Promise<Adoption | undefined> => {
  const response = await api.initiatives[':id'].adoptions.$get({ param: { id } })
  const { items } = await response.json()
  return items.find(adoption => adoption.unitId === unitId)
}

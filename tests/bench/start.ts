import { rm } from 'node:fs/promises'
import { WEB_ROOT } from '#infra/local/build-web.ts'
import { type Figure, median } from './figure.ts'
import { newDataDir, npmStart } from './portal-process.ts'

const ROUNDS = 3

const startOnce = async (dataDir: string): Promise<number> => {
  const portal = await npmStart(dataDir)
  await portal.stop()
  return portal.took
}

/** From `npm start` to health: with nothing built and no data, and again with both. Medians. */
export const measure = async (): Promise<Figure[]> => {
  const first: number[] = []
  const later: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const dataDir = await newDataDir()
    await rm(WEB_ROOT, { recursive: true, force: true })
    first.push(await startOnce(dataDir.path))
    later.push(await startOnce(dataDir.path))
    await dataDir.drop()
  }
  return [
    { what: 'first start to health', value: median(first), unit: 'ms', atMost: 10_000 },
    { what: 'later start to health', value: median(later), unit: 'ms', atMost: 5_000 },
  ]
}

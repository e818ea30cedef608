import { readFile, rename, writeFile } from 'node:fs/promises'
import type { SnapshotStore } from '#functions/catalogue/snapshot/snapshot-store.ts'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The catalogue's snapshot in a file. A half written one is never read. */
export const snapshotFile = (path: string): SnapshotStore => ({
  get: async () => {
    try {
      return await readFile(path)
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
  put: async bytes => {
    await writeFile(`${path}.new`, bytes)
    await rename(`${path}.new`, path)
  },
})

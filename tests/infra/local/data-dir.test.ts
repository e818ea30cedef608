import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { prepareDataDir } from '#infra/local/data-dir.ts'

const root = await mkdtemp(join(tmpdir(), 'data-dir-'))
afterAll(() => rm(root, { recursive: true }))

test('a directory is made with its parents; one that is there is kept', async () => {
  const path = join(root, 'a/b/c')
  await prepareDataDir(path)
  await prepareDataDir(path)
  expect((await stat(path)).isDirectory()).toBe(true)
})

test('where nothing can be written the start ends, and says what to do', async () => {
  const file = join(root, 'file')
  await writeFile(file, '')
  for (const path of [file, join(file, 'below'), join(file, 'far/below')])
    await expect(prepareDataDir(path)).rejects.toThrow('DATA_DIR')
})

test.runIf(existsSync('/proc/self'))('also below a directory that takes none', async () => {
  await expect(prepareDataDir('/proc/nowhere/at/all')).rejects.toThrow('DATA_DIR')
})

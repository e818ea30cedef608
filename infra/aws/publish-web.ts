import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getMimeType } from 'hono/utils/mime'
import { FOR_EVER, isForEver } from '#infra/local/built-web.ts'

export type WebFile = { key: string; contentType: string; cacheControl: string }

/** Files in the order in which they go up: the pages last, so that they never name what is not there yet. */
export const planWeb = (names: readonly string[]): WebFile[] =>
  names
    .map(key => ({
      key,
      contentType: getMimeType(key) ?? 'application/octet-stream',
      cacheControl: isForEver(`/${key}`) ? FOR_EVER : 'no-cache',
    }))
    .sort((a, b) => Number(a.key.endsWith('.html')) - Number(b.key.endsWith('.html')))

/** Puts a built web into the bucket. Earlier files stay: tabs that are open may still ask for them. */
export const publishWeb = async (client: S3Client, bucket: string, root: string): Promise<number> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const files = planWeb(names)
  for (const { key, contentType, cacheControl } of files) {
    const put = { Bucket: bucket, Key: key, Body: await readFile(join(root, key)) }
    await client.send(new PutObjectCommand({ ...put, ContentType: contentType, CacheControl: cacheControl }))
  }
  return files.length
}

/** Puts files that are made, not read. */
export const publishMade = async (
  client: S3Client,
  bucket: string,
  made: readonly { key: string; contentType: string; body: string }[],
): Promise<void> => {
  for (const { key, contentType, body } of made) {
    const put = { Bucket: bucket, Key: key, Body: body, ContentType: contentType, CacheControl: 'no-cache' }
    await client.send(new PutObjectCommand(put))
  }
}

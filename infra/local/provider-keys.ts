import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import * as z from 'zod'
import type { ProviderKeys } from './provider.ts'

const stored = z.object({
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }),
  cookieKeys: z.array(z.string()),
})

const generate = async (): Promise<ProviderKeys> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = {
    ...(await exportJWK(privateKey)),
    use: 'sig',
    alg: 'RS256',
    kid: randomBytes(8).toString('hex'),
  }
  return stored.parse({ jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] })
}

/** The local provider's signing keys; kept in `path` so that tokens outlive a restart, readable by their owner only. */
export const providerKeys = async (path?: string): Promise<ProviderKeys> => {
  if (path === undefined) return generate()
  try {
    return stored.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    const keys = await generate()
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify(keys), { mode: 0o600 })
    return keys
  }
}

import { Sha256 } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'
import * as z from 'zod'

const answer = z.object({ Parameters: z.array(z.object({ Name: z.string(), Value: z.string() })) })
const lambda = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.string().optional(),
  /** The SDKs' own name for another endpoint. */
  AWS_ENDPOINT_URL_SSM: z.string().optional(),
})
const ANSWER_MS = 3000

/** Values of parameters in SSM, decrypted, by name. One signed request: a client of the SDK would weigh 100 KB. */
export const readParameters = async (
  env: NodeJS.ProcessEnv,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { AWS_REGION: region, ...found } = lambda.parse(env)
  const endpoint = new URL(found.AWS_ENDPOINT_URL_SSM ?? `https://ssm.${region}.amazonaws.com`)
  const signer = new SignatureV4({
    service: 'ssm',
    region,
    sha256: Sha256,
    credentials: {
      accessKeyId: found.AWS_ACCESS_KEY_ID,
      secretAccessKey: found.AWS_SECRET_ACCESS_KEY,
      ...(found.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: found.AWS_SESSION_TOKEN }),
    },
  })
  const body = JSON.stringify({ Names: names, WithDecryption: true })
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: endpoint.protocol,
    hostname: endpoint.hostname,
    path: '/',
    headers: {
      host: endpoint.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.GetParameters',
    },
    body,
  })
  const signal = AbortSignal.timeout(ANSWER_MS)
  const response = await fetch(endpoint, { method: 'POST', headers, body, signal })
  if (!response.ok) throw new Error(`SSM answered ${response.status}`)
  const { Parameters } = answer.parse(await response.json())
  return new Map(Parameters.map(({ Name, Value }) => [Name, Value]))
}

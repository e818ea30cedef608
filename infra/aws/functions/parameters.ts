import { text } from 'node:stream/consumers'
import { Sha256 } from '@smithy/core/checksum'
import { HttpRequest } from '@smithy/core/protocols'
import { NodeHttpHandler } from '@smithy/node-http-handler'
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

/**
 * Values of parameters in SSM, decrypted, by name. One signed request over what the table's client brings along: SSM's own
 * client would weigh 100 KB, and Node's `fetch` takes 30 ms to wake up.
 */
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
  const request = new HttpRequest({
    method: 'POST',
    protocol: endpoint.protocol,
    hostname: endpoint.hostname,
    ...(endpoint.port === '' ? {} : { port: Number(endpoint.port) }),
    path: '/',
    headers: {
      host: endpoint.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.GetParameters',
    },
    body,
  })
  const handler = new NodeHttpHandler({ connectionTimeout: ANSWER_MS, requestTimeout: ANSWER_MS })
  const { response } = await handler.handle(new HttpRequest(await signer.sign(request)))
  const said = await text(response.body)
  handler.destroy()
  if (response.statusCode !== 200) throw new Error(`SSM answered ${response.statusCode}`)
  const { Parameters } = answer.parse(JSON.parse(said))
  return new Map(Parameters.map(({ Name, Value }) => [Name, Value]))
}

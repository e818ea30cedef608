import { S3Client } from '@aws-sdk/client-s3'
import { ENV } from '#functions/platform/config.ts'
import { PARAMETERS, parameterName } from './functions/environment.ts'
import { readParameters } from './functions/parameters.ts'
import { namesOf, type Settings } from './settings.ts'

/** The environment that Lambda would hand a function, with the credentials that the AWS CLI would use. */
const asLambda = async (region: string): Promise<NodeJS.ProcessEnv> => {
  const client = new S3Client({ region })
  const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials()
  client.destroy()
  return {
    ...process.env,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  }
}

/** The command that puts the client secret where the functions read it; undefined where it is there already. */
export const missingSecret = async (
  settings: Settings,
  env?: NodeJS.ProcessEnv,
): Promise<string | undefined> => {
  const name = parameterName(namesOf(settings).parameters, PARAMETERS[ENV.clientSecret])
  const found = await readParameters(env ?? (await asLambda(settings.region)), [name])
  if (found.has(name)) return undefined
  return `aws ssm put-parameter --region ${settings.region} --type SecureString --name ${name} --value '<the secret>'`
}

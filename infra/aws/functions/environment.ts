import { ENV } from '#functions/platform/config.ts'

/** Names of the environment that only the cloud has, shared by the stacks that set them and the functions that read. */
export const AWS_ENV = {
  /** Where the parameters below are found: `/konkrete-greb/prod`. */
  parameters: 'PARAMETERS',
  /** How long an instance goes on before it looks whether they are others. */
  parametersSeconds: 'PARAMETERS_SECONDS',
} as const

/**
 * What is not known when the template is made, or must not stand in it: read at first use from
 * `<PARAMETERS>/<name>`, in one call.
 */
export const PARAMETERS = {
  [ENV.publicOrigin]: 'public-origin',
  [ENV.clientSecret]: 'client-secret',
} as const

export const parameterName = (path: string, name: string): string => `${path}/${name}`

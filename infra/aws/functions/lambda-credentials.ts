import { fromEnv } from '@aws-sdk/credential-provider-env'

/**
 * Takes the place of the SDK's chain of providers in the bundles: Lambda hands credentials over in the environment, and
 * all else the chain looks for (files, SSO, instance metadata) weighs a fifth of a bundle.
 */
export const defaultProvider = () => fromEnv()

import type { FunctionName } from './bundles.ts'

/** Which function answers what, as an HTTP API writes paths. The most exact one wins; methods are the functions' matter. */
export const ROUTES = {
  '/api/v1/{proxy+}': 'api',
  '/api/v1/catalogue': 'catalogue',
  '/api/v1/catalogue/{proxy+}': 'catalogue',
  '/api/v1/insights/{proxy+}': 'catalogue',
  '/api/v1/export/{proxy+}': 'catalogue',
  '/api/v1/public/{proxy+}': 'catalogue',
  '/api/v1/feeds/{proxy+}': 'catalogue',
  '/api/v1/moderation/units': 'catalogue',
  '/api/v1/units/{unitId}/adoptions': 'catalogue',
  '/api/v1/health': 'catalogue',
  '/aaben': 'catalogue',
  '/aaben/{proxy+}': 'catalogue',
  '/robots.txt': 'catalogue',
  '/auth/{proxy+}': 'session',
} as const satisfies Record<string, FunctionName>

/** What CloudFront sends to the functions; all else is the web's. */
export const FUNCTION_PATHS = ['/api/*', '/auth/*', '/aaben', '/aaben/*', '/robots.txt'] as const

/** Answered by files beside the web's, which are made when the portal is deployed. */
export const DOCUMENTATION_PATHS = ['/api/v1/openapi.json', '/api/v1/docs'] as const

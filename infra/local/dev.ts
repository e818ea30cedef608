import './quiet.ts'
import { createServer as createVite } from 'vite'
import { compose } from './compose.ts'
import { holdPortal } from './hold.ts'
import { sayWhy, stopOnSignal } from './process.ts'
import { lookOf, type Web } from './web.ts'

const STYLES = '<link rel="stylesheet" href="/src/styles/index.css" />'

/** The web straight from its sources. Vite's own client needs inline styles and a socket, so the policy is lifted for it. */
const createWebUnderDevelopment = async (): Promise<Web & { stop: () => Promise<void> }> => {
  const vite = await createVite({ configFile: 'web/vite.config.ts', server: { middlewareMode: true } })
  const page = await vite.transformIndexHtml('/', '<!-- sprite -->')
  return {
    handle: (request, response) => {
      response.removeHeader('Content-Security-Policy')
      vite.middlewares(request, response)
    },
    look: lookOf(`${STYLES}${page}`),
    stop: () => vite.close(),
  }
}

const dev = async (): Promise<void> => {
  const { front, dataDir } = await holdPortal(process.env, false)
  const web = await createWebUnderDevelopment()
  const portal = await compose({
    front,
    dataDir,
    dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT,
    tableName: process.env.TABLE_NAME,
    cards: true,
    web: Promise.resolve(web),
  })
  console.log(`Konkrete greb under udvikling på ${portal.origin}. Ret i web/, og se det straks. Stop: Ctrl+C`)
  stopOnSignal(async () => {
    await web.stop()
    await portal.stop()
  })
}

dev().catch(sayWhy)

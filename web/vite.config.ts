import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { FRONT_PAGE_READS, SESSION_ADDRESS } from './src/api/addresses.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The signs stand in the page itself, so that styles reach into them and no request is needed. */
const sprite = (): Plugin => ({
  name: 'sprite',
  transformIndexHtml: html =>
    html.replace('<!-- sprite -->', readFileSync(here('./src/ui/sprite.svg'), 'utf8').replaceAll('\n', '')),
})

/** What a page will read, asked for while its code is still on the way. */
const asked = (addresses: readonly string[]): string =>
  addresses
    .map(
      address => `<link rel="preload" as="fetch" href="${address.replaceAll('&', '&amp;')}" crossorigin />`,
    )
    .join('')

/** Two pages of one source: `index.html` asks for what the front page reads, `app.html` is for every other address. */
const pages = (): Plugin => ({
  name: 'pages',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['index.html']
    if (page?.type !== 'asset') throw new Error('The build has no page')
    const asking = (addresses: readonly string[]): string =>
      page.source.toString().replace('</head>', `${asked(addresses)}</head>`)
    this.emitFile({ type: 'asset', fileName: 'app.html', source: asking([SESSION_ADDRESS]) })
    page.source = asking([SESSION_ADDRESS, ...FRONT_PAGE_READS])
  },
})

export default defineConfig({
  root: here('.'),
  resolve: { alias: { 'portal-dom': here('./src/ui/dom.ts') } },
  // Compiled JSX makes its nodes through our own `template`, the only place that turns text into nodes.
  plugins: [solid({ solid: { moduleName: 'portal-dom' } }), sprite(), pages()],
  build: {
    target: 'es2022',
    outDir: here('./dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // One file for what the first view needs: on a slow line each file more is a wait more. Opdag adds 3 KB to it.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'portal', test: /(main|opdag-page)\.tsx$/ }] } },
    },
  },
})

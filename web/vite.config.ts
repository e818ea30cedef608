import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The signs stand in the page itself, so that styles reach into them and no request is needed. */
const sprite = (): Plugin => ({
  name: 'sprite',
  transformIndexHtml: html =>
    html.replace('<!-- sprite -->', readFileSync(here('./src/ui/sprite.svg'), 'utf8').replaceAll('\n', '')),
})

export default defineConfig({
  root: here('.'),
  resolve: { alias: { 'portal-dom': here('./src/ui/dom.ts') } },
  // Compiled JSX makes its nodes through our own `template`, the only place that turns text into nodes.
  plugins: [solid({ solid: { moduleName: 'portal-dom' } }), sprite()],
  build: {
    target: 'es2022',
    outDir: here('./dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})

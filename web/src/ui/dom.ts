export * from 'solid-js/web'

import { untrack } from 'solid-js'

declare global {
  interface Window {
    /** What TypeScript's library does not know yet; the answer is an object that counts as a string. */
    trustedTypes?: {
      createPolicy: (
        name: string,
        rules: { createHTML: (html: string) => string },
      ) => {
        createHTML: (html: string) => string
      }
    }
  }
}

const policy = window.trustedTypes?.createPolicy('solid-templates', { createHTML: html => html })

const parse = (html: string, isSvg: boolean): Node => {
  const holder = document.createElement('template')
  holder.innerHTML = policy ? policy.createHTML(html) : html
  const first = holder.content.firstChild
  const node = isSvg ? first?.firstChild : first
  if (!node) throw new Error('An empty template')
  return node
}

/**
 * Solid's own `template`, with the one policy that may make nodes of text. Only compiled JSX comes here, so that a
 * browser which asks for Trusted Types lets the app through and nothing else.
 */
export const template = (html: string, isImportNode?: boolean, isSvg?: boolean): (() => Node) => {
  let node: Node | undefined
  const made = (): Node => {
    node ??= parse(html, isSvg === true)
    return node
  }
  return isImportNode ? () => untrack(() => document.importNode(made(), true)) : () => made().cloneNode(true)
}

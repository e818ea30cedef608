import { createEffect, onCleanup } from 'solid-js'

/** What the page is called until what is on it has a name of its own. */
let ofPage = ''
let ofContent: { words: string } | undefined

const apply = (): void => {
  const words = ofContent?.words ?? ofPage
  document.title = words ? `${words} – Konkrete greb` : 'Konkrete greb'
}

/** The name of a page. The name of what is on it wins, in whatever order the two come and go. */
export const usePageTitle = (words: string): void =>
  createEffect(() => {
    ofPage = words
    apply()
  })

/** The name of what is on the page, as soon as it is known and for as long as it is there. */
export const useTitle = (title: string | (() => string | undefined)): void => {
  let mine: typeof ofContent
  createEffect(() => {
    const words = typeof title === 'string' ? title : title()
    if (!words) return
    mine = { words }
    ofContent = mine
    apply()
  })
  onCleanup(() => {
    if (ofContent !== mine) return
    ofContent = undefined
    apply()
  })
}

import { createEffect } from 'solid-js'

/** What the window is called. */
export const setTitle = (title: string | undefined): void => {
  document.title = title ? `${title} – Konkrete greb` : 'Konkrete greb'
}

/** The title of what is on the page, as soon as it is known. */
export const useTitle = (title: string | (() => string | undefined)): void =>
  createEffect(() => {
    const known = typeof title === 'string' ? title : title()
    if (known) setTitle(known)
  })

export type Theme = 'light' | 'dark' | 'system'

const KEY = 'theme'

/** The person's choice wins over the machine's; it is kept on the device so that it holds from the first paint. */
export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Without storage the choice holds for this page.
  }
}

export const applyStoredTheme = (): void => {
  try {
    const theme = localStorage.getItem(KEY)
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  } catch {
    // Without storage the machine decides.
  }
}

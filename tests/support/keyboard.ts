import type { Page } from 'playwright-core'

const MOST_STOPS = 80

/** What has focus, as a screen reader says it: `textbox "Hvad kalder I det?"`. */
export const focused = async (page: Page): Promise<string> => {
  const [line = ''] = (await page.locator(':focus').ariaSnapshot()).split('\n')
  return line.replace(/^- /, '').replace(/:.*$/, '')
}

/** Whether the eye finds the focus: an outline on what has it, or around it. */
export const focusIsVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const outlined = (element: Element | null): boolean => {
      if (!element) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return (
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || outlined(element.parentElement)
      )
    }
    return outlined(document.activeElement)
  })

/** Tabs on until something of that name has focus; returns the stops on the way. Throws where one cannot be seen. */
export const tabTo = async (page: Page, name: string): Promise<string[]> => {
  const stops: string[] = []
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    stops.push(stop)
    if (!(await focusIsVisible(page))) throw new Error(`No outline shows that ${stop} has focus`)
    if (stop.includes(`"${name}`)) return stops
  }
  throw new Error(`The Tab key never came to ${name}: ${stops.join(', ')}`)
}

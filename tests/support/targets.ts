import type { Page } from 'playwright-core'

/**
 * What a finger must hit and cannot: under 44 × 44 px. Exempt, as in WCAG 2.5.5, are links inside a sentence, and
 * bands of a picture whose table stands under it.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const SMALLEST = 44
    const SLACK = 0.5
    /** A label takes the tap for its field; what a link is stretched over takes it for the link. */
    const takerOf = (element: Element): Element => {
      if (element instanceof HTMLInputElement) return element.closest('label') ?? element
      const { content, position } = getComputedStyle(element, '::after')
      const isStretched = content !== 'none' && position === 'absolute'
      return (isStretched && element instanceof HTMLElement && element.offsetParent) || element
    }
    const isInSentence = (element: Element): boolean =>
      element instanceof HTMLAnchorElement && getComputedStyle(element).display === 'inline'
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().bottom > 0

    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter(element => isSeen(element) && !(element instanceof SVGElement))
      .filter(element => takerOf(element) !== element || !isInSentence(element))
      .flatMap(element => {
        const { width, height } = takerOf(element).getBoundingClientRect()
        const isSmall = width < SMALLEST - SLACK || height < SMALLEST - SLACK
        const words = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)
        return isSmall ? [`${words} (${Math.round(width)} × ${Math.round(height)})`] : []
      })
  })

import { afterAll, beforeAll, expect, test } from 'vitest'
import { MARK, PAYLOADS } from '#tests/security/xss-payloads.ts'
import { five } from '#tests/support/cards.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'
import { createPerson, type Person } from '#tests/support/person.ts'

let journey: Journey
let cards: string[] = []
let person: (id: string) => Promise<Person>

const fits = (payloads: readonly string[], most: number): string => {
  let text = ''
  for (const payload of payloads) if (text.length + payload.length < most) text += `${payload} `
  return text.trim()
}

const demand = async (answer: Promise<Response>) => {
  const response = await answer
  expect([response.status, response.ok ? '' : await response.clone().text()]).toEqual([response.status, ''])
  return response.status === 204 ? {} : response.json()
}

beforeAll(async () => {
  journey = await startJourney('scripts', { cards: false })
  const { portal } = journey
  person = async id => createPerson(portal.origin, id, await portal.tokenFor(id))
  const [mette, lis, birthe] = [
    await person('per_mette'),
    await person('per_lis'),
    await person('per_birthe'),
  ]
  // Forty payloads a card, in every text there is.
  for (let from = 0; from < PAYLOADS.length; from += 40) {
    const mine = PAYLOADS.slice(from, from + 40)
    const nth = (n: number): string => mine[n % mine.length] ?? ''
    const short = (n: number, most = 119): string => [...nth(n)].slice(0, most).join('')
    const all = mine.join('\n')
    const { id } = await demand(
      mette.send('POST', '/initiatives', {
        ...five,
        status: 'published',
        visibility: 'public',
        title: short(0),
        summary: fits(mine, 280),
        challenge: all,
        action: all,
        lessons: all,
        fits: all,
        doesNotFit: all,
        contact: fits(mine.slice(5), 200),
        core: [1, 2, 3].map(n => nth(n)),
        adaptable: [4, 5, 6, 7].map(n => nth(n)),
        questions: [8, 9, 10].map(n => nth(n)),
        keywords: [11, 12, 13, 14].map(n => short(n, 60)),
        requirements: { time: nth(15), money: nth(16), permission: nth(17) },
        effect: { text: all },
        removed: { what: nth(18), owner: nth(19) },
        origin: { kind: 'adapted', text: nth(20) },
      }),
    )
    const path = `/initiatives/${id}`
    for (const text of mine) await demand(lis.send('POST', `${path}/comments`, { kind: 'question', text }))
    await demand(
      lis.send('PUT', `${path}/adoptions/oekonomi`, {
        stage: 'in_use',
        outcome: 'works',
        outcomeText: fits(mine, 2000),
        kept: fits(mine, 2000),
        changed: fits(mine, 2000),
        surprise: nth(21),
        thanks: nth(22),
      }),
    )
    await demand(birthe.send('PUT', `${path}/spotlight`, { reason: fits(mine, 1000) }))
    await demand(lis.send('POST', `${path}/reports`, { reason: fits(mine, 1000) }))
    cards = [...cards, id]
  }
})
afterAll(() => journey.stop())

test('200 payloads in every text and parameter: nothing runs, and nothing but addresses becomes a link', async () => {
  expect(PAYLOADS).toHaveLength(200)
  const { page } = await journey.signIn('Sofie Brandt')
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      Reflect.set(window, '__refused', `${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  const parameters = PAYLOADS.filter((_, n) => n % 25 === 0).map(encodeURIComponent)
  const paths = [
    '/',
    '/?vis=nyeste',
    ...cards.flatMap(id => [`/greb/${id}`, `/greb/${id}/proev`, `/aaben/${id}`]),
    '/enheder/boernemyndighed',
    '/enheder/oekonomi',
    '/overblik',
    '/moderation',
    '/om-dine-data',
    '/aaben',
    ...parameters.flatMap(text => [
      `/?q=${text}`,
      `/greb/${text}`,
      `/enheder/${text}`,
      `/auth/login?returnTo=${text}`,
    ]),
  ]
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const found = await page.evaluate(
      mark => ({
        ran: Reflect.get(window, mark) ?? null,
        refused: Reflect.get(window, '__refused') ?? null,
        links: [...document.querySelectorAll('a[href], area[href], form[action], [src]')]
          .flatMap(one => ['href', 'action', 'src'].map(name => one.getAttribute(name) ?? ''))
          .filter(address => /^\s*(java\s*script|vbscript|data):/i.test(address)),
        handlers: [...document.querySelectorAll('*')]
          .flatMap(one => one.getAttributeNames())
          .filter(name => name.startsWith('on')),
      }),
      MARK,
    )
    expect([path, found]).toEqual([path, { ran: null, refused: null, links: [], handlers: [] }])
  }
  console.log(`${PAYLOADS.length} payloads on ${paths.length} pages: none ran`)
}, 600_000)

test('the browser asks for Trusted Types: text that is made into nodes past the templates is refused', async () => {
  const { page } = await journey.signIn('Mette Balslev')
  const refusal = await page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>x</b>'
      return 'taken'
    } catch (error) {
      return error instanceof TypeError ? 'refused' : 'other'
    }
  })
  expect(refusal).toBe('refused')
  const policy = await page.evaluate(() => {
    try {
      window.trustedTypes?.createPolicy('another', { createHTML: html => html })
      return 'taken'
    } catch {
      return 'refused'
    }
  })
  expect(policy).toBe('refused')
})

import { describe, expect, test } from 'vitest'
import { ask } from '#tests/catalogue/observed.ts'
import { anyone, demoSnapshot } from '#tests/catalogue/search/demo.ts'
import { beginningsOf, nearTerms } from '../../../web/src/pages/opdag/near-terms.ts'

const snapshot = demoSnapshot()
const near = (q: string) => nearTerms(q, async asked => ask(snapshot, anyone, asked))

describe('Words near one that is nowhere', () => {
  test.each(['bibliotekskort', 'robotstøvsuger', 'kaffemaskine', 'har vi et bibliotekskort?'])(
    '%s: each of them finds something',
    async q => {
      const terms = await near(q)
      expect(terms.length).toBeGreaterThan(0)
      for (const term of terms) expect(ask(snapshot, anyone, { q: term }).total, term).toBeGreaterThan(0)
    },
  )

  test('none where nothing begins so, and none that only others may see', async () => {
    expect(await near('svømmehal')).toEqual([])
    expect(await near('parkeringsbøde')).toEqual([])
    expect(await near('§ 85')).toEqual([])
  })

  test('few questions are asked, of five letters or more', () => {
    expect(beginningsOf('bibliotekskort')).toEqual(['biblioteks', 'bibliote', 'biblio', 'bibli'])
    expect(beginningsOf('kantine')).toEqual(['kanti'])
    expect(beginningsOf('bus 7')).toEqual([])
  })
})

import { replaceTexts, wordsPattern } from '#functions/domain/redact.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import type { Row } from '#functions/store/table-client.ts'

/** Stands where the name stood. */
const FORMER = 'tidligere medarbejder'
/** A single word may be anybody's, or a thing's: then only where one is to be called. */
const isWhole = (name: string): boolean => /\S\s+\S/.test(name)

const withoutNames = (names: readonly string[]) => {
  const patterns = names.filter(Boolean).map(name => ({ pattern: wordsPattern(name), whole: isWhole(name) }))
  return (text: string, key: string): string => {
    const isContact = key === 'contact' && patterns.some(({ pattern }) => text.search(pattern) >= 0)
    if (isContact) return ''
    return patterns.reduce((left, { pattern, whole }) => (whole ? left.replace(pattern, FORMER) : left), text)
  }
}

/** A contact without a name is none: the unit answers for itself. */
const withoutContact = (row: Row): Row => {
  const { content } = row
  if (typeof content !== 'object' || content === null || !('contact' in content) || content.contact !== '')
    return row
  const { contact, ...rest } = content
  return { ...row, content: rest }
}

/**
 * A person was erased: their sessions end, and their name goes from every text of the portal, drafts and reports too.
 * The names go from the tombstone last, so that an end in the middle begins again.
 */
export const erasePerson = async (store: Store, change: Change): Promise<void> => {
  if (change.kind !== 'person' || !change.deleted || change.formerNames === undefined) return
  await store.personal.forgetVisits(change.id)
  const replace = withoutNames(change.formerNames)
  for await (const rows of store.personal.everything()) {
    for (const row of rows) {
      if (row.pk === change.pk) continue
      const replaced = replaceTexts(row, replace)
      if (replaced) await store.personal.rewrite(withoutContact(replaced), newWriteId())
    }
  }
  const { formerNames, v, version, writeId, changedAt, ...rest } = change
  // Lost only to a sign-in of the same person, who is back under the name they have now.
  await store.persons.write(rest, version, newWriteId())
}

import { compileTables } from '../../src/detect/tables.ts'
import { LentText } from '../../src/detect/units.ts'
import { emptyNotes, View } from '../../src/detect/view.ts'

const { lexicon } = compileTables([], [])

/** A view of a text in which nothing was noted. */
export function viewOf(text: string): View {
  return new View(new LentText(text), emptyNotes(), [], lexicon)
}

/** The key of a JSON field names the whole text it holds: `{"order": {"number": "12345"}}` says what `12345` is. */
import type { FieldHint } from '../types.ts'
import { type LabelledValue, valuesOfLabels } from './labelled-values.ts'
import { scan } from './scan.ts'
import type { Tables } from './tables.ts'
import { LentText } from './units.ts'
import { emptyNotes, releaseNotes } from './view.ts'

/** Longer texts are prose, not values. */
const longestValue = 200
const longestKey = 80

/** What the hint says about the text as a whole. */
export function valuesOfHint(text: string, hint: FieldHint | undefined, tables: Tables): LabelledValue[] {
  if (hint === undefined || text.length > longestValue) return []
  const key = fieldName(hint)
  const trimmed = text.trim()
  if ((key === '' && hint.label === undefined) || trimmed === '') return []
  const frameStart = text.indexOf(trimmed)
  const start = trimmed.startsWith('#') && trimmed.length > 1 ? frameStart + 1 : frameStart
  const limit = frameStart + trimmed.length
  return Array.from(groupsOf(key, hint.label, tables), group => ({
    group,
    start,
    limit,
    frameStart,
    labelStart: start,
    labelEnd: start,
    link: 'hint' as const,
    quoted: true,
    numbered: true,
  }))
}

/** What a form puts behind a label. */
const remark = /(?: ?\([^()]{0,40}\)|[\s:?*.!])+$/

/** Groups of the key, and of what a field beside it says: "What is your customer number? (optional)". */
function groupsOf(key: string, label: string | undefined, tables: Tables): Iterable<string> {
  if (label === undefined) return groupsOfKey(key, tables)
  const said = label.slice(0, longestKey).replace(remark, '')
  return new Set([...groupsOfKey(said, tables), ...groupsOfKey(key, tables)])
}

/** The last two keys, since `{"order": {"number": …}}` says it with both. */
function fieldName(hint: FieldHint): string {
  const keys = hint.path === undefined || hint.path.length === 0 ? [hint.key ?? ''] : hint.path.slice(-2)
  return keys.map(key => key.slice(0, longestKey)).join(' ')
}

/** Groups whose words close the key: `order_number` and `customer_order`, but not `order_total`. */
export function groupsOfKey(key: string, tables: Tables): string[] {
  const pair = `${key}: 0`
  const notes = emptyNotes()
  const lent = new LentText(pair)
  scan(lent.units, notes, tables, 0, pair.length, false)
  const atEnd = valuesOfLabels(lent, notes.labels, tables).filter(value => value.start === pair.length - 1)
  releaseNotes(notes)
  lent.release()
  return [...new Set(atEnd.map(value => value.group))]
}

/** What a field says of the one beside it: `Customer number` for the value in `{"name": "Customer number", "value": "88213"}`. */
import { holdingKeys, lastWordOf, namingKeys } from '../field-names.ts'
import { type JsonTape, objectKind } from './json-tape.ts'
import type { Step } from './walk.ts'

const naming: ReadonlySet<string> = new Set(namingKeys)
const holding: ReadonlySet<string> = new Set(holdingKeys)
/** Longer strings are no labels. */
const longest = 80
/** Fields of one object that are looked at. */
const mostFields = 16

export function labelBeside(tape: JsonTape, step: Step): string | null {
  // `"answers": ["…"]`
  const field = typeof step.key === 'number' ? step.parent : step
  const object = field?.parent
  if (field === null || object === null || object === undefined || typeof field.key !== 'string') return null
  if (!holding.has(lastWordOf(field.key)) || tape.kind(object.at) !== objectKind) return null
  return labelIn(tape, object.at, field.entry)
}

/** Of the first field that names another, in itself or in an object of its own: `"field": {"title": "Customer number"}`. */
function labelIn(tape: JsonTape, object: number, but: number): string | null {
  const end = tape.next(object)
  let fields = 0
  for (
    let entry = tape.firstChild(object);
    entry < end && fields < mostFields;
    entry = tape.next(entry + 2), fields++
  ) {
    if (entry === but || tape.end(entry) - tape.start(entry) > longest || !naming.has(lastWordOf(tape.string(entry))))
      continue
    const value = entry + 2
    if (tape.isString(value) && tape.end(value) - tape.start(value) <= longest) return tape.string(value)
    if (tape.kind(value) === objectKind && but >= 0) {
      const label = labelIn(tape, value, -1)
      if (label !== null) return label
    }
  }
  return null
}

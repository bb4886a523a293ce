import type { JsonDocument } from '../json-document.ts'

/** The top-level `model` of a request. */
export function readModelField(document: JsonDocument): string | null {
  const at = document.field('model')
  return at !== null && document.tape.isString(at) ? document.tape.string(at) : null
}

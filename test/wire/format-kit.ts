/** Looks at one wire format: what its requests are read as, and what its answers give back. */
import type { WireFormat } from '../../src/wire/format.ts'
import { JsonDocument } from '../../src/wire/json-document.ts'

/** The class of every leaf, by its text. */
export function classesOf(format: WireFormat, body: unknown): Record<string, string> {
  const document = JsonDocument.parse(JSON.stringify(body), { depth: 200 })
  const leaves = document.leaves(format.request, format.promptOrder)
  return Object.fromEntries(leaves.map(leaf => [leaf.text, leaf.class]))
}

/** The texts of one class, in the order in which they are read. */
export function textsOf(format: WireFormat, body: unknown, kind = 'TEXT'): string[] {
  const document = JsonDocument.parse(JSON.stringify(body), { depth: 200 })
  const leaves = document.leaves(format.request, format.promptOrder)
  return leaves.filter(leaf => leaf.class === kind).map(leaf => leaf.text)
}

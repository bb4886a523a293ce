/** Looks at one wire format: what its requests are read as, and what its answers give back. */
import type { Leaf, WireFormat } from '../../src/wire/format.ts'
import { JsonDocument } from '../../src/wire/json-document.ts'

export function readBody(format: WireFormat, body: unknown): { document: JsonDocument; leaves: Leaf[] } {
  const document = JsonDocument.parse(JSON.stringify(body), { depth: 200 })
  return { document, leaves: document.leaves(format.request, format.promptOrder) }
}

/** Class and place of every leaf, by its text. */
export function classesOf(format: WireFormat, body: unknown): Record<string, string> {
  return Object.fromEntries(readBody(format, body).leaves.map(leaf => [leaf.text, `${leaf.class} ${leaf.place}`]))
}

/** The class of every leaf, by its text. */
export function leafClasses(format: WireFormat, body: unknown): Record<string, string> {
  return Object.fromEntries(readBody(format, body).leaves.map(leaf => [leaf.text, leaf.class]))
}

/** The texts of one class, sorted. */
export function textsOf(format: WireFormat, body: unknown, kind = 'TEXT'): string[] {
  return textsInOrder(format, body, kind).sort()
}

/** The texts of one class, in the order in which they are read. */
export function textsInOrder(format: WireFormat, body: unknown, kind = 'TEXT'): string[] {
  const { leaves } = readBody(format, body)
  return leaves.filter(leaf => leaf.class === kind).map(leaf => leaf.text)
}

/** The body as it leaves when nothing in it is replaced, and what names the client is taken out. */
export function withoutIdentifiers(format: WireFormat, body: unknown): unknown {
  const { document, leaves } = readBody(format, body)
  for (const leaf of leaves) if (leaf.class === 'IDENT') leaf.remove()
  return JSON.parse(document.toText())
}

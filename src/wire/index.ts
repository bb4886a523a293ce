/** The door of `wire`: bytes to visitable strings and back. Pure: no sockets, and nothing of detection or masking. */
export type { Leaf, LeafClass, StreamEnd, WireFormat, WireLimits } from './format.ts'
export { JsonDocument, valueRules } from './json-document.ts'
export type { Rules } from './rules.ts'

/** The door of `wire`: bytes to visitable strings and back. Pure: no sockets, and nothing of detection or masking. */
export { createAnswerRewriter } from './answer.ts'
export type { SignedListener } from './answer-text.ts'
export { type ContentType, parseContentType } from './content-type.ts'
export { decodeBody, parseContentCodings, readText } from './encoding.ts'
export type { Leaf, LeafClass, WireFormat, WireLimits } from './format.ts'
export { JsonDocument, valueRules } from './json-document.ts'
export { compileProviders, type ProviderMatch, type Providers } from './providers/match.ts'
export type { Rules } from './rules.ts'

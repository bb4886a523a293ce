/** Findings to placeholders and back. Pure: text in, text out; the vault is the only state. */

export { highestNumber } from './placeholder.ts'
export { createTextRestorer, restoreWithMap } from './restorer.ts'
export { type Scrubbed, ScrubPlan, scrubAgain, scrubParts, scrubText } from './scrub.ts'
export { RestoreTally } from './tally.ts'
export { type StableNumber, Vault, type VaultRecord, type VaultSource } from './vault.ts'

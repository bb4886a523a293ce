// The guard and the one line that mounts it
export { type ExpressMiddleware, gdprGuard, type KoaContext, type KoaMiddleware } from './adapters/auto.ts'
// The proof of what is guarded
export type { CarrierCoverage, CarrierState, Coverage, CoverageProblem } from './coverage/index.ts'
// Errors
export { GuardError, type GuardErrorCode, guardErrorCodes, isGuardError } from './errors.ts'
export { createGuard, type Guard, type ScopeContext } from './guard.ts'
// Options
export type { GuardOptions, ProviderOptions, WireFormatName } from './options.ts'
// Text-level use
export { restoreWithMap as restore, type Scope } from './pipeline/index.ts'
// Shared nouns
export type {
  EntityAction,
  EntityType,
  ExchangeSummary,
  FieldHint,
  Finding,
  KnownEntityType,
  Profile,
  Recognizer,
  RecognizerContext,
} from './types.ts'
// Not exported on purpose: detection, masking, wire formats and hooks. They change without notice.

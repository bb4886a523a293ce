/** The door of the pipeline: the only part that joins detect, mask and wire. */
/** Puts values back with a map that a caller kept: keys are `EMAIL_1` or `[EMAIL_1]`. */
export { restoreWithMap } from '../mask/index.ts'
export { createPipeline, type Pipeline, type PipelineParts } from './exchange.ts'
export { answerInScope } from './response-scope.ts'
export { currentScope, liveScopes, runInScope, ScopeState } from './scope.ts'
export { type Scope, TextScope } from './text-scope.ts'

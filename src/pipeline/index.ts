/** The door of the pipeline: the only part that joins detect, mask and wire. */
export { createPipeline, type Pipeline, type PipelineParts } from './exchange.ts'
export { currentScope, liveScopes, runInScope, ScopeState } from './scope.ts'
export { type Scope, TextScope } from './text-scope.ts'

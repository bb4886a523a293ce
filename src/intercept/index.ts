/** Catching outbound calls. Carriers never look inside bodies; whoever installs them brings the pipeline. */

// What the proxy shares: reading answers, and telling the hooks that a call is already scrubbed.
export { type AnswerSink, AnswerStream, withoutStaleLength } from './answer-stream.ts'
export { closeOnce } from './close-once.ts'
export { guardedFetch } from './fetch.ts'
export { installHooks } from './install.ts'
export { endMark, issueMark, markHeader } from './marks.ts'
export { hooksAreInstalled } from './patches.ts'
export { countWorkers, type Inheritance, preloadWorkers } from './workers.ts'

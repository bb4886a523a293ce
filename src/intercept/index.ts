/** Catching outbound calls. Carriers never look inside bodies; whoever installs them brings the pipeline. */

// What the proxy shares: reading answers, and telling the hooks that a call is already scrubbed.
export { type AnswerSink, AnswerStream, withoutStaleLength } from './answer-stream.ts'
export { type AwsClient, hookAwsClient } from './aws.ts'
export { closeOnce } from './close-once.ts'
export { guardedFetch } from './fetch.ts'
export { hookedCarriers, installHooks } from './install.ts'
export { endMark, issueMark, markHeader } from './marks.ts'
// For the self-test.
export { bareFetch, hooksAreInstalled, installedOpeners, lendOpener } from './patches.ts'
export { dispatchersAreWrapped } from './undici.ts'
export { countWorkers, type Inheritance, preloadWorkers, workersArePreloaded } from './workers.ts'

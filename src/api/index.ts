/** HTTP endpoints that know no framework. */
export { type ApiProviderOptions, type ApiSettings, type ApiSettingsOptions, parseApiOptions } from './api-options.ts'
export { dialectNames, dialects } from './dialects/index.ts'
export type { Caller } from './message.ts'
export { type Authenticate, answerNode } from './node.ts'
export { problemAnswer } from './problem.ts'
export { type ApiProvider, type ApiRouter, createRouter } from './router.ts'

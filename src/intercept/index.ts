/** Catching outbound calls. Carriers never look inside bodies; whoever installs them brings the pipeline. */
export { guardedFetch } from './fetch.ts'
export { installHooks } from './install.ts'

import { defaultMaxListeners, getMaxListeners, setMaxListeners } from 'node:events'

/**
 * Listens to a signal until the function given back is called. Many calls may share one signal (a scope's, a caller's);
 * Node would print a warning at the eleventh, so the bound is raised as undici raises it for its own listeners.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (getMaxListeners(signal) === defaultMaxListeners) setMaxListeners(1500, signal)
  signal.addEventListener('abort', listener, { once: true })
  return () => signal.removeEventListener('abort', listener)
}

/** A reverse-proxy route on http-proxy-middleware, an optional peer (3 or 4). */
import { createProxyMiddleware } from 'http-proxy-middleware'
import type { Guard } from '../guard.ts'
import { type ProxyMiddleware, type ProxyOptions, proxyWith } from './proxy-with.ts'

export type { ProxyMiddleware, ProxyOptions } from './proxy-with.ts'

const mount = proxyWith(createProxyMiddleware)

/**
 * Forwards to model providers, scrubbed on the way out and restored on the way back, streamed or not:
 * `app.use('/llm', gdprProxy())` serves `/llm/openai/v1/chat/completions`. Mount it before body parsers.
 * Throws ERR_GDPR_OPTIONS_INVALID for options that would break the promise.
 */
export function gdprProxy(options?: ProxyOptions | Guard): ProxyMiddleware {
  return mount(options)
}

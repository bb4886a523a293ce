/** Forwarding to providers: the route on http-proxy-middleware and the stand-alone gateway share everything but the sender. */
export type { Send } from './call.ts'
export { type ForwardParts, forward } from './forward.ts'
export { type Gateway, startGateway } from './gateway.ts'
export { sendDirect } from './send-direct.ts'
export { type HpmOptions, type ProxyFactory, sendByHpm } from './send-hpm.ts'
export { sendUndici } from './send-undici.ts'
export { type FindTarget, fixedTarget, providerOrigins, targetByProvider } from './targets.ts'

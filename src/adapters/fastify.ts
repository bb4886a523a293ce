/** `gdprGuard` as a Fastify plugin: `app.register(gdprGuard())`. Works with Fastify 4 and 5. */
import type { FastifyPluginCallback } from 'fastify'
import { createGuard, type Guard, isGuard } from '../guard.ts'
import type { GuardOptions } from '../options.ts'

/**
 * Guards every model call made while a request is handled, in all routes of the instance it is registered on, also those
 * registered before it. Options are checked at once: ERR_GDPR_OPTIONS_INVALID lists all problems.
 */
export function gdprGuard(options?: GuardOptions | Guard): FastifyPluginCallback {
  const guard = isGuard(options) ? options : createGuard(options)
  const plugin: FastifyPluginCallback = (app, _options, registered) => {
    app.addHook('onRequest', (request, reply, next) => guard.handle(request.raw, reply.raw, next))
    registered()
  }
  return Object.assign(plugin, {
    // What fastify-plugin sets: without it, the hook would belong to the plugin alone and guard no route.
    [Symbol.for('skip-override')]: true,
    [Symbol.for('fastify.display-name')]: 'llm-gdpr-guard',
  })
}

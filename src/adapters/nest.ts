/** `gdprGuard` for NestJS: `app.use(gdprGuard())`, or `GdprGuardModule.forRoot()` among the imports (NestJS 11). */
import type { DynamicModule, MiddlewareConsumer, NestModule } from '@nestjs/common'
import { createGuard, type Guard, isGuard } from '../guard.ts'
import type { GuardOptions } from '../options.ts'
import { type ExpressMiddleware, gdprGuard as guardAny } from './auto.ts'

/** For `app.use`, on Express and on Fastify. It also sees requests that no module handles: prefer it to the module. */
export function gdprGuard(options?: GuardOptions | Guard): ExpressMiddleware {
  return guardAny(options)
}

/** The key under which the guard can be injected: `@Inject(GDPR_GUARD) guard: Guard`. */
export const GDPR_GUARD = Symbol.for('llm-gdpr-guard.nest')

export class GdprGuardModule implements NestModule {
  readonly #middleware: ExpressMiddleware

  constructor(guard: Guard) {
    this.#middleware = guardAny(guard)
  }

  /** One guard for the whole application, which any provider may inject. Options are checked at once. */
  static forRoot(options?: GuardOptions | Guard): DynamicModule {
    const guard = isGuard(options) ? options : createGuard(options)
    return {
      // A class of its own per call: Nest makes the instance, and knows no decorators of ours that would say from what.
      module: class extends GdprGuardModule {
        constructor() {
          super(guard)
        }
      },
      global: true,
      providers: [{ provide: GDPR_GUARD, useValue: guard }],
      exports: [GDPR_GUARD],
    }
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.#middleware).forRoutes('{*path}')
  }
}

/** `gdprGuard` with Koa's own type. Works with Koa 2 and 3. */
import type { Middleware } from 'koa'
import type { Guard } from '../guard.ts'
import type { GuardOptions } from '../options.ts'
import { gdprGuard as guardAny } from './auto.ts'

export function gdprGuard(options?: GuardOptions | Guard): Middleware {
  return guardAny(options)
}

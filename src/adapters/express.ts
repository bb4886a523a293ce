/** `gdprGuard` with Express's own type. Works with Express 4 and 5. */
import type { RequestHandler } from 'express'
import type { Guard } from '../guard.ts'
import type { GuardOptions } from '../options.ts'
import { gdprGuard as guardAny } from './auto.ts'

export function gdprGuard(options?: GuardOptions | Guard): RequestHandler {
  return guardAny(options)
}

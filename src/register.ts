/**
 * Guards the whole process without a change to its code: `node --import llm-gdpr-guard/register app.js`, or `--require`.
 * Configured by variables LLM_GDPR_GUARD_… and by llm-gdpr-guard.config.{js,mjs,json} in the working folder. Worker threads
 * inherit it; child processes do through NODE_OPTIONS. Nothing here awaits at the top level: `--require` could not load it.
 */
import { fileURLToPath } from 'node:url'
import { createGuard, type Guard } from './guard.ts'
import { preloadWorkers } from './intercept/index.ts'
import { inheritanceOf } from './register/flags.ts'
import { readRegisterOptions } from './register/options.ts'

const key = Symbol.for('llm-gdpr-guard.registered')

/** One guard for the process, also where `--import` and `--require` both name us, or two copies are installed. */
function openRegistered(): Guard {
  const holder = globalThis as { [key]?: Guard }
  if (holder[key] === undefined) {
    const file = fileURLToPath(import.meta.url)
    preloadWorkers(file, inheritanceOf(file, process.execArgv, process.env))
    const guard = createGuard(readRegisterOptions(process.env, process.cwd()))
    Object.defineProperty(holder, key, { value: guard })
  }
  return holder[key]!
}

/** The guard of this process, for `guard.run(…)`, `guard.on(…)` and `guard.coverage()`. */
export const guard: Guard = openRegistered()

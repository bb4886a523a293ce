/** What a guard says when it begins: what is hooked, and what can be told at once to be wrong around it. */
import { hookedCarriers, workersArePreloaded } from '../intercept/index.ts'
import { environment, type Settings } from '../options.ts'
import { findProblems, loadedModules } from './problems.ts'

/**
 * One line, and one more for each way in which text leaves unread, with the fix. That is the part of the coverage that
 * needs no canary; the rest takes some tens of milliseconds, which not every process that starts should pay.
 */
export function startLines(
  { profile, mode, media }: Pick<Settings, 'media' | 'mode' | 'profile'>,
  earlyHosts: readonly string[],
): string[] {
  const problems = findProblems({
    environment: environment(),
    modules: loadedModules(),
    earlyHosts,
    isClosed: false,
    isExplicit: false,
    hasForeignDispatcher: false,
    workers: { guarded: 0, bare: 0 },
    workersArePreloaded: workersArePreloaded(),
  })
  const leaks = problems.filter(({ severity }) => severity === 'leak')
  return [
    `guarding ${joined(hookedCarriers())}; profile ${profile}, mode ${mode}, media ${media}`,
    ...leaks.map(({ title, fix }) => `not covered: ${title}. ${fix}`),
  ]
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Which of its threads load the preload by themselves, judged by the flags that this process was started with. */
import type { Inheritance } from '../intercept/index.ts'
import type { Environment } from './options.ts'

/** Threads inherit the flags of the process; those made from a text run `--require` only, not `--import` (Node 20 to 24). */
export function inheritanceOf(file: string, flags: readonly string[], environment: Environment): Inheritance {
  const given = [...flags, ...(environment['NODE_OPTIONS'] ?? '').split(/\s+/)]
  const words = given.flatMap(word => word.split('=')).map(word => word.replace(/^"|"$/g, ''))
  const isGivenBy = (...kinds: string[]) =>
    words.some((word, at) => kinds.includes(words[at - 1] ?? '') && isPreload(word, file))
  const byRequire = isGivenBy('-r', '--require')
  return { scripts: byRequire || isGivenBy('--import'), texts: byRequire }
}

function isPreload(word: string, file: string): boolean {
  return word === 'llm-gdpr-guard/register' || word === file || word === `file://${file}`
}

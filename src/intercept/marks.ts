/**
 * Tells the lower hooks that a call is our own and already scrubbed. The mark is a header that the last hook takes off
 * before anything is sent, not an ambient flag: code of the user that runs meanwhile (the `pull()` of a stream, an
 * interceptor) can never inherit it. Each hook lets one call through per mark, and none after a hook further down has: a
 * call goes through fetch and then through the dispatcher or http, so what shows the mark later is another call.
 */
import { randomUUID } from 'node:crypto'
import { sharedMarks } from './patches.ts'

export const markHeader = 'x-llm-gdpr-guard-mark'

export type Stage = 'fetch' | 'dispatch' | 'http' | 'http2'

export interface Mark {
  readonly passed: Set<Stage>
}

/** `passed`: the hook that hands the call on itself, so that no other hook will see it. */
export function issueMark(passed?: Stage): string {
  const token = randomUUID()
  sharedMarks().set(token, { passed: new Set(passed === undefined ? [] : [passed]) })
  return token
}

/** True for the first call that shows this mark at this hook. */
export function passMark(token: string | undefined, stage: Stage): boolean {
  if (token === undefined) return false
  const mark = sharedMarks().get(token)
  if (mark === undefined || mark.passed.has(stage) || lowest.some(low => mark.passed.has(low))) return false
  mark.passed.add(stage)
  return true
}

/**
 * For the stop below all hooks. It may see one mark several times: retry and redirect interceptors below the guarded
 * dispatcher send the same scrubbed request again.
 */
export function isLiveMark(token: string): boolean {
  return sharedMarks().has(token)
}

/** Hooks that hand the call to the network. */
const lowest: readonly Stage[] = ['dispatch', 'http', 'http2']

export function endMark(token: string): void {
  sharedMarks().delete(token)
}

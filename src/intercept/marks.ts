/**
 * Tells the lower hooks that a call is our own and already scrubbed. The mark is a header that the last hook takes off
 * before anything is sent, not an ambient flag: code of the user that runs meanwhile (the `pull()` of a stream, an
 * interceptor) can never inherit it. Each hook lets one call through per mark.
 */
import { randomUUID } from 'node:crypto'
import { sharedMarks } from './patches.ts'

export const markHeader = 'x-llm-gdpr-guard-mark'

export type Stage = 'fetch' | 'dispatch' | 'http'

export interface Mark {
  readonly passed: Set<Stage>
}

export function issueMark(): string {
  const token = randomUUID()
  sharedMarks().set(token, { passed: new Set() })
  return token
}

/** True for the first call that shows this mark at this hook. */
export function passMark(token: string | undefined, stage: Stage): boolean {
  if (token === undefined) return false
  const mark = sharedMarks().get(token)
  if (mark === undefined || mark.passed.has(stage)) return false
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

export function endMark(token: string): void {
  sharedMarks().delete(token)
}

/** Runs the recognizers that users bring, and trusts nothing they return. */
import { GuardError } from '../errors.ts'
import type { FieldHint, Finding, Recognizer } from '../types.ts'

type Found = readonly Finding[] | Promise<readonly Finding[]>

/** All findings; a promise as soon as one recognizer answers with one. Fails closed: a recognizer that fails stops the call. */
export function runUserRecognizers(
  recognizers: readonly Recognizer[],
  text: string,
  hint: FieldHint | undefined,
): Found {
  if (recognizers.length === 0) return []
  const context = hint === undefined ? {} : { hint }
  const answers = recognizers.map(recognizer =>
    runOne(recognizer, () => recognizer.recognize(text, context), text.length),
  )
  if (answers.some(answer => answer instanceof Promise)) return Promise.all(answers).then(lists => lists.flat())
  return (answers as (readonly Finding[])[]).flat()
}

function runOne(recognizer: Recognizer, recognize: () => Found, length: number): Found {
  try {
    const answer = recognize()
    if (!isThenable(answer)) return checkAll(answer, recognizer, length)
    return Promise.resolve(answer).then(
      findings => checkAll(findings, recognizer, length),
      () => fail(recognizer),
    )
  } catch {
    // What it threw may hold text of the request, so not even its cause is kept.
    return fail(recognizer)
  }
}

function isThenable(answer: Found): answer is Promise<readonly Finding[]> {
  return typeof (answer as { then?: unknown } | null | undefined)?.then === 'function'
}

function checkAll(findings: unknown, recognizer: Recognizer, length: number): Finding[] {
  if (!Array.isArray(findings)) fail(recognizer)
  return findings.map(finding => checkOne(finding, recognizer, length))
}

function checkOne(finding: unknown, recognizer: Recognizer, length: number): Finding {
  const { start, end, type, score, canonicalStart, canonicalEnd } = finding as Partial<Finding>
  if (!isOffset(start, 0, length) || !isOffset(end, start + 1, length)) fail(recognizer)
  if (typeof type !== 'string' || !/^[A-Z][A-Z0-9_]{0,39}$/.test(type)) fail(recognizer)
  if (typeof score !== 'number' || !(score >= 0 && score <= 1)) fail(recognizer)
  const checked = { start, end, type, score, recognizer: recognizer.name }
  if (canonicalStart === undefined && canonicalEnd === undefined) return checked
  if (!isOffset(canonicalStart, start, end) || !isOffset(canonicalEnd, canonicalStart + 1, end)) fail(recognizer)
  return { ...checked, canonicalStart, canonicalEnd }
}

function isOffset(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
}

function fail(recognizer: Recognizer): never {
  throw new GuardError('ERR_GDPR_RECOGNIZER_FAILED', `recognizer "${recognizer.name}"`)
}

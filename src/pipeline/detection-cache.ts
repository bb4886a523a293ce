/**
 * Remembers where the findings of a text are, so that the history of a growing chat is not searched again on every turn.
 * Keys are keyed hashes and findings hold offsets only: no text is kept.
 */
import { createHash, hash, randomBytes } from 'node:crypto'
import { ScrubPlan } from '../mask/index.ts'
import type { Detector, FieldHint, Finding } from '../types.ts'

/** All that was found in one text, with the values known before it. */
export interface TextMemo {
  /** The mark of those values (known-so-far.ts); `null` as long as nothing is known of the text. */
  mark: string | null
  findings: readonly Finding[]
  /** The text added no value to those known. */
  isSettled: boolean
  /** How these findings are replaced. */
  plan: ScrubPlan
  /** The mark of values known at the end of a request, none of which stood in the text any more. */
  cleanOf: string | null
}

export interface CachedDetector extends Detector {
  /** What else is remembered of a text, by the findings that `detect` gave; `undefined` for a text that is not kept. */
  memoOf(findings: readonly Finding[]): TextMemo | undefined
}

/** Shorter texts are searched faster than they are hashed. */
const shortestText = 512
/** Half of them are more than a chat of 12 MB has in messages of 1 kB. Of a longer one, each turn finds only some again. */
const mostTexts = 32_768
/** What takes the memory: some 150 bytes each. */
const mostFindings = 250_000

export function cacheDetections(detector: Detector): CachedDetector {
  const key = randomBytes(32).toString('base64')
  const memos = new WeakMap<readonly Finding[], TextMemo>()
  // Two generations: what is used moves to the younger one, and the older one goes as a whole. To keep one map in the order
  // of use, each hit would have to take its entry out and put it in again.
  let young = new Map<string, readonly Finding[]>()
  let old: ReadonlyMap<string, readonly Finding[]> = young
  let held = 0

  function keep(digest: string, findings: readonly Finding[]): void {
    young.set(digest, findings)
    held += findings.length
    if (young.size <= mostTexts / 2 && held <= mostFindings / 2) return
    old = young
    young = new Map()
    held = 0
  }

  /** Gives a list of the text's own: a detector may give one list for many texts. */
  function remember(digest: string, found: readonly Finding[]): readonly Finding[] {
    if (found.length > mostFindings / 8) return found
    const findings = [...found]
    memos.set(findings, { mark: null, findings, isSettled: false, plan: new ScrubPlan(), cleanOf: null })
    keep(digest, findings)
    return findings
  }

  function recall(digest: string): readonly Finding[] | undefined {
    const known = young.get(digest)
    if (known !== undefined) return known
    const findings = old.get(digest)
    if (findings !== undefined) keep(digest, findings)
    return findings
  }

  return {
    detect(text, hint) {
      if (text.length < shortestText) return detector.detect(text, hint)
      const digest = digestOf(key, text, hint)
      const known = recall(digest)
      if (known !== undefined) return known
      const findings = detector.detect(text, hint)
      if (!(findings instanceof Promise)) return remember(digest, findings)
      return findings.then(found => recall(digest) ?? remember(digest, found))
    },
    memoOf: findings => memos.get(findings),
  }
}

/** Up to here it is quicker to hash a text joined with its key than to make an object that takes both. */
const longestAtOnce = 16_384

function digestOf(key: string, text: string, hint: FieldHint | undefined): string {
  // In UTF-8 all lone surrogates are the same.
  const encoding = text.isWellFormed() ? 'utf8' : 'utf16le'
  const start = `${key}${encoding}${placeOf(hint)}\n`
  if (text.length <= longestAtOnce && encoding === 'utf8') return hash('sha256', start + text, 'binary')
  // Two parts: joined they would be one more copy of the text.
  return createHash('sha256').update(start).update(text, encoding).digest('binary')
}

/** With all lengths, so that no key or label that holds a line break can pass for the beginning of another text. */
function placeOf(hint: FieldHint | undefined): string {
  if (hint === undefined) return ''
  let place = ''
  for (const step of hint.path ?? ['']) place += withLength(step)
  place += `/${withLength(hint.key)}/${withLength(hint.label)}`
  return place.isWellFormed() ? place : JSON.stringify(place)
}

function withLength(part: string | undefined): string {
  return part === undefined ? '' : `${part.length}:${part}`
}

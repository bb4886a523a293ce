/** One text on its way out: findings, values known from earlier in the exchange, placeholders. */
import { GuardError } from '../errors.ts'
import { type Scrubbed, ScrubPlan, scrubAgain, scrubParts } from '../mask/index.ts'
import type { Detector, EntityAction, FieldHint, Finding, ScrubbedText } from '../types.ts'
import type { CachedDetector, TextMemo } from './detection-cache.ts'
import type { KnownSoFar } from './known-so-far.ts'
import type { ScopeState } from './scope.ts'
import type { ToolWords } from './tool-words.ts'

export interface ScrubTools {
  readonly detector: Detector
  /** What is remembered of a text beside its findings, where the detector keeps them. */
  readonly memoOf?: CachedDetector['memoOf'] | undefined
  readonly actionOf: (type: string) => EntityAction
  /** Words that the request itself declares, which are nobody's name. */
  readonly toolWords?: ToolWords
}

export interface ScrubResult extends Scrubbed {
  readonly findings: readonly Finding[]
  /** What is remembered of the text as it was replaced now. */
  readonly memo: TextMemo | undefined
}

/**
 * A user may have typed such a word where a value is expected ("order EMAIL_1"). It is replaced there, but it is no value
 * to look for elsewhere: our own placeholders would be taken for it.
 */
export const placeholderLike = /^\[?[A-Z][A-Z0-9_]*_\d+\]?$/i

/** At once where the detector answers at once: most texts are short, and a promise for each costs as much as they do. */
export function scrubOne(
  text: string,
  hint: FieldHint | undefined,
  scope: ScopeState,
  tools: ScrubTools,
): ScrubResult | Promise<ScrubResult> {
  const detected = tools.detector.detect(text, hint)
  if (!(detected instanceof Promise)) return scrubDetected(text, detected, scope, tools)
  return detected.then(findings => scrubDetected(text, findings, scope, tools))
}

function scrubDetected(text: string, found: readonly Finding[], scope: ScopeState, tools: ScrubTools): ScrubResult {
  // Detection may have outlived the scope: a client that went away wipes it.
  if (scope.closed) throw new GuardError('ERR_GDPR_SCOPE_CLOSED')
  const { known } = scope
  const detected = tools.toolWords?.without(text, found) ?? found
  // What is remembered holds for all that was found.
  const memo = detected === found ? tools.memoOf?.(detected) : undefined
  const { mark } = known
  if (memo?.mark === mark) {
    const result = scrubFound(text, memo.findings, scope, tools, memo.plan, memo)
    if (!memo.isSettled) learn(text, memo.findings, known)
    return result
  }
  const findings = union(detected, known.find(text))
  const isUnmarked = known.mark === mark
  const plan = memo === undefined ? undefined : new ScrubPlan()
  // What the text itself told of names would be missed the next time.
  const kept = isUnmarked ? memo : undefined
  const result = scrubFound(text, findings, scope, tools, plan, kept)
  learn(text, findings, known)
  if (kept !== undefined && plan !== undefined) {
    Object.assign(kept, { mark, findings, isSettled: known.mark === mark, plan, cleanOf: null } satisfies TextMemo)
  }
  return result
}

function scrubFound(
  text: string,
  findings: readonly Finding[],
  scope: ScopeState,
  tools: ScrubTools,
  plan: ScrubPlan | undefined,
  memo: TextMemo | undefined,
): ScrubResult {
  const scrubbed = scrubParts(text, findings, scope.vault, tools.actionOf, plan)
  if (scrubbed.cuts.length > 0) scope.replacements++
  return new FoundAndScrubbed(scrubbed, findings, memo)
}

/** Of a class, since a literal with a getter would have a hidden class of its own, which outlives it and holds the text. */
class FoundAndScrubbed implements ScrubResult {
  readonly cuts: Scrubbed['cuts']
  readonly findings: readonly Finding[]
  readonly memo: TextMemo | undefined
  readonly #scrubbed: Scrubbed

  constructor(scrubbed: Scrubbed, findings: readonly Finding[], memo: TextMemo | undefined) {
    this.cuts = scrubbed.cuts
    this.findings = findings
    this.memo = memo
    this.#scrubbed = scrubbed
  }

  /** Put together only where somebody asks. */
  get text(): ScrubbedText {
    return this.#scrubbed.text
  }
}

function learn(text: string, findings: readonly Finding[], known: KnownSoFar): void {
  for (const { start, end, type, score, canonicalStart, canonicalEnd } of findings) {
    const value = text.slice(canonicalStart ?? start, canonicalEnd ?? end)
    if (!placeholderLike.test(value)) known.add(value, type, score)
  }
}

/**
 * A second pass over a text that was scrubbed before a value became known: a number that only a later message explains.
 * Numbering does not change; it is done only where the value would leave otherwise. That there is none is remembered
 * (`memo`), since the history of a chat comes with each of its turns.
 */
export function scrubKnown(text: ScrubbedText, scope: ScopeState, tools: ScrubTools, memo?: TextMemo): ScrubbedText {
  const { known } = scope
  if (memo === undefined) return scrubAgain(text, known.find(text), scope.vault, tools.actionOf)
  const { mark } = known
  const findings = known.find(text)
  if (findings.length === 0 && known.mark === mark) memo.cleanOf = mark
  return scrubAgain(text, findings, scope.vault, tools.actionOf)
}

/** Both lists are sorted and free of overlaps; where one of each overlap, what was detected stands. */
function union(detected: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  if (known.length === 0) return detected
  const merged: Finding[] = []
  let next = 0
  for (const finding of detected) {
    while (next < known.length && known[next]!.start < finding.start) {
      if (known[next]!.end <= finding.start) merged.push(known[next]!)
      next++
    }
    while (next < known.length && known[next]!.start < finding.end) next++
    merged.push(finding)
  }
  merged.push(...known.slice(next))
  return merged
}

/** The leaves of a structured body on their way out, each treated as its class asks. */
import { GuardError } from '../errors.ts'
import type { Settings } from '../options.ts'
import type { ScrubbedText } from '../types.ts'
import type { Leaf } from '../wire/index.ts'
import { Breath } from './breath.ts'
import type { TextMemo } from './detection-cache.ts'
import { pseudonymOf } from './identifiers.ts'
import type { ScopeState } from './scope.ts'
import { type ScrubResult, type ScrubTools, scrubKnown, scrubOne } from './scrub.ts'
import type { SignedTexts } from './signed-texts.ts'
import { ToolWords } from './tool-words.ts'

export interface OutboundTools extends ScrubTools {
  readonly settings: Settings
  readonly signedTexts: SignedTexts
}

/**
 * Scrubs leaves in their order; then again those that were read before a value in them became known. Gives back what reads
 * all of them again: a text may hold a value a second time where nothing spoke for it.
 */
export async function scrubLeaves(
  leaves: readonly Leaf[],
  scope: ScopeState,
  given: OutboundTools,
): Promise<() => void> {
  const tools = new LeafTools(given, new ToolWords(leaves))
  const late: LateLeaf[] = []
  const breath = new Breath()
  for (const leaf of leaves) {
    if (breath.isDue) await breath.take()
    const pending = scrubLeaf(leaf, scope, tools, late)
    if (pending !== undefined) await pending
    breath.spend(leaf.text.length)
    leaf.forget()
  }
  for (const { leaf, knownThen, memo, mark } of late) {
    // Only texts read before a value became known can still hold it.
    if (knownThen === null || scope.known.size === knownThen) continue
    // What is remembered may be of the same text elsewhere, where other values were known.
    const own = memo?.mark === mark ? memo : undefined
    if (own !== undefined && own.cleanOf === scope.known.mark) continue
    if (breath.isDue) await breath.take()
    scrubLate(leaf, scope, tools, own)
    breath.spend(leaf.text.length)
    leaf.forget()
  }
  return () => {
    for (const { leaf } of late) scrubLate(leaf, scope, tools)
  }
}

/** Of a class: to spread the others into a new object cost a tenth of all that a guarded call costs. */
class LeafTools implements OutboundTools {
  readonly settings: OutboundTools['settings']
  readonly detector: OutboundTools['detector']
  readonly memoOf: OutboundTools['memoOf']
  readonly actionOf: OutboundTools['actionOf']
  readonly signedTexts: OutboundTools['signedTexts']
  readonly toolWords: ToolWords

  constructor({ settings, detector, memoOf, actionOf, signedTexts }: OutboundTools, toolWords: ToolWords) {
    this.settings = settings
    this.detector = detector
    this.memoOf = memoOf
    this.actionOf = actionOf
    this.signedTexts = signedTexts
    this.toolWords = toolWords
  }
}

function scrubLate(leaf: Leaf, scope: ScopeState, tools: OutboundTools, memo?: TextMemo): void {
  const text = leaf.current as ScrubbedText
  replaceIfChanged(leaf, text, fittingForm(leaf, scrubKnown(text, scope, tools, memo)))
}

interface LateLeaf {
  readonly leaf: Leaf
  /** How many values were known before the next text was read; `null`: none was. */
  knownThen: number | null
  readonly memo: TextMemo | undefined
  /** That of the memo when the text was scrubbed. */
  readonly mark: string | null | undefined
}

/** A promise only where a detector makes one. */
function scrubLeaf(leaf: Leaf, scope: ScopeState, tools: OutboundTools, late: LateLeaf[]): Promise<void> | undefined {
  switch (leaf.class) {
    case 'OPAQUE':
    case 'SECRET':
      return undefined
    case 'ID':
      return mayNamePerson(leaf.text) ? refusePersonalName(leaf.text, leaf.place, tools) : undefined
    case 'IDENT':
      hideIdentifier(leaf, tools.settings.pseudonymKey)
      return undefined
    case 'MEDIA':
      if (tools.settings.media === 'block') throw new GuardError('ERR_GDPR_MEDIA_BLOCKED', leaf.place)
      return undefined
    case 'TOKEN':
      if (tools.settings.media === 'block') throw new GuardError('ERR_GDPR_TOKENS_BLOCKED', leaf.place)
      return undefined
    case 'TEXT':
    case 'URL':
    case 'NAME':
    case 'TITLE':
      return scrubTextLeaf(leaf, scope, tools, late)
  }
}

function hideIdentifier(leaf: Leaf, key: string | null): void {
  if (key === null || leaf.kind !== 'string') leaf.remove()
  else leaf.replace(pseudonymOf(key, leaf.text))
}

function scrubTextLeaf(
  leaf: Leaf,
  scope: ScopeState,
  tools: OutboundTools,
  late: LateLeaf[],
): Promise<void> | undefined {
  const seal = leaf.signed
  const original = seal === null ? undefined : tools.signedTexts.recall(seal, leaf.text)
  if (original !== undefined) {
    replaceIfChanged(leaf, leaf.text, original)
    return undefined
  }
  const last = late.at(-1)
  if (last?.knownThen === null) last.knownThen = scope.known.size
  const scrubbed = scrubOne(leaf.text, leaf.hint, scope, tools)
  if (scrubbed instanceof Promise) return scrubbed.then(result => applyScrubbed(leaf, result, late))
  applyScrubbed(leaf, scrubbed, late)
  return undefined
}

function applyScrubbed(leaf: Leaf, scrubbed: ScrubResult, late: LateLeaf[]): void {
  if (leaf.kind === 'number') {
    // Half a number is no JSON: it is replaced whole, as a string, or not at all.
    const whole = scrubbed.findings.some(({ start, end }) => start === 0 && end === leaf.text.length)
    if (whole) leaf.replace(scrubbed.text)
    return
  }
  const takesParts = leaf.kind === 'string' && leaf.class !== 'NAME' && leaf.class !== 'TITLE'
  if (!takesParts) replaceIfChanged(leaf, leaf.text, fittingForm(leaf, scrubbed.text))
  else if (scrubbed.cuts.length > 0) leaf.replaceParts(scrubbed.cuts)
  if (leaf.kind === 'string') late.push({ leaf, knownThen: null, memo: scrubbed.memo, mark: scrubbed.memo?.mark })
}

/** The text with placeholders in the form that its field takes. */
function fittingForm(leaf: Leaf, text: ScrubbedText): ScrubbedText {
  if (leaf.class === 'NAME') return bareForm(text)
  return leaf.class === 'TITLE' ? hyphenForm(text) : text
}

/** Names have an alphabet without brackets at most providers; a bare `PERSON_1` is restored just the same. */
export function bareForm(text: ScrubbedText): ScrubbedText {
  return text.replace(/\[([A-Z][A-Z0-9_]*_\d+)\]/g, '$1') as ScrubbedText
}

/** `[DATE-OF-BIRTH-1]` for titles that take brackets and hyphens only; restored just the same. */
function hyphenForm(text: ScrubbedText): ScrubbedText {
  return text.replace(/\[[A-Z][A-Z0-9_]*_\d+\]/g, placeholder => placeholder.replaceAll('_', '-')) as ScrubbedText
}

function replaceIfChanged(leaf: Leaf, before: string, after: string): void {
  if (after !== before) leaf.replace(after)
}

/** Ids, tool names and paths cannot carry placeholders and may look like anything, so only unmistakable types are refused. */
const unmistakable = new Set(['EMAIL', 'IBAN'])
const mayBeUnmistakable = /@|\(at\)|\[at\]|%40|(?<![A-Za-z0-9])[A-Za-z]{2}[\s-]?\d{2}(?:[\s-]?[A-Za-z0-9]){11}/

/** False for most names, which need not be searched then: an address has an at sign, an IBAN begins in its own way. */
export function mayNamePerson(text: string): boolean {
  return text.length >= 6 && holdsSignOrDigits(text) && mayBeUnmistakable.test(text)
}

/** All that the expression takes has a sign or two digits. Asked first, by a loop: most names have neither. */
function holdsSignOrDigits(text: string): boolean {
  let digits = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    // At sign, bracket, parenthesis, percent.
    if (unit === 0x40 || unit === 0x5b || unit === 0x28 || unit === 0x25) return true
    if (unit >= 0x30 && unit <= 0x39 && ++digits === 2) return true
  }
  return false
}

export async function refusePersonalName(text: string, place: string, tools: ScrubTools): Promise<void> {
  if (!mayNamePerson(text)) return
  const findings = await tools.detector.detect(text)
  const found = findings.find(({ type }) => unmistakable.has(type))
  if (found !== undefined) throw new GuardError('ERR_GDPR_EGRESS_LEAK', `an ${found.type} in ${place}`)
}

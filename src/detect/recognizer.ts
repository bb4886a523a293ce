/**
 * The shape of a built-in recognizer. CONTRIBUTING.md ("Add a recognizer") walks through one.
 *
 * A recognizer never searches the text. It names its anchors; one scan over the text finds the anchors of all recognizers
 * and calls them there, and each looks at a bounded piece of text around its anchor. That is what keeps the cost linear.
 */
import type { KnownEntityType } from '../types.ts'
import type { LabelledValue } from './labelled-values.ts'
import type { LandmarkForm } from './phrase-list.ts'
import type { RunFilter } from './run-filter.ts'
import type { View } from './view.ts'

export interface BuiltInRecognizer {
  /** The file's name. */
  readonly name: string
  /** The official description of the value. */
  readonly source: string
  /** Every type it reports. */
  readonly types: readonly KnownEntityType[]
  /** Words that it asks `view.isNear` about, beside those of its anchors. (`view.isLabelled` knows words of anchors only.) */
  readonly context?: readonly LabelGroup[]
  /** Words without one of which near by it finds nothing, by the hash of the folded word: `view.landmarkBefore` and `landmarkFrom` ask for them. */
  readonly landmarks?: Iterable<readonly [hash: number, form: LandmarkForm]>
  /** Where it starts. */
  readonly anchors: readonly Anchor[]
  /** The value stands inside a larger form (a URL, a key file), so that no quote can stand right beside it. */
  readonly isEmbedded?: boolean
  readonly examples: Examples
}

export interface Examples {
  /** Texts with each value that must be found in guillemets: `Write to «jo@firm.example» now`. */
  readonly match: readonly string[]
  /** Texts in which this recognizer must find nothing. */
  readonly miss: readonly string[]
}

/** Takes what a recognizer found. */
export interface Findings {
  /** Offsets are those of `view.text`. Score from 0 to 1; see scores.ts. */
  add(start: number, end: number, type: KnownEntityType, score: number): void
  /** The same for a value with a frame: `#12345` is replaced, `12345` is the value. */
  addFramed(
    start: number,
    end: number,
    type: KnownEntityType,
    score: number,
    innerStart: number,
    innerEnd: number,
  ): void
}

/** `start` and `end` bound the anchor's own text. */
export type Finder = (view: View, start: number, end: number, findings: Findings) => void
export type LabelFinder = (view: View, value: LabelledValue, findings: Findings) => void

export type Anchor =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly next?: string | undefined
      readonly before?: string | undefined
      readonly find: Finder
    }
  | { readonly kind: 'shape'; readonly shapes: readonly string[]; readonly find: Finder }
  | {
      readonly kind: 'run'
      readonly shortest: number
      readonly longest: number
      readonly only: RunFilter
      readonly find: Finder
    }
  | { readonly kind: 'label'; readonly labels: LabelGroup; readonly find: LabelFinder }
  | { readonly kind: 'word'; readonly words: LabelGroup; readonly find: Finder }

/** Words that stand beside a value and say what it is, per language. */
export interface LabelGroup {
  /** An entity type, or a name of its own for words that only raise or lower scores. */
  readonly name: string
  /**
   * Words or phrases per ISO 639-1 language, blank-separated words, several phrases divided by `|`. Case and accents do not
   * matter. `order` matches "order", "Order", `order_`, `orderNumber`; `zamowieni*` any ending of up to five letters (at
   * least four letters before the star); `kunden~` only fused or joined with a word for "number": Kundennummer, Kunden-Nr.
   * The published package holds them as tables alone, except for groups whose list other code reads as `group.words`.
   */
  readonly words: Readonly<Record<string, string>>
}

/**
 * Starts at each place where `text` stands: an ASCII symbol, alone or with what must follow it (`://`). Behind a symbol alone
 * `next` says what may follow, to be passed over elsewhere: `9` a digit, `A` a letter, another sign itself; `before` what may
 * stand before it. Both are rough sieves, not checks: what is not ASCII passes, and so does the start of the text.
 */
export function onText(text: string, find: Finder, next?: string, before?: string): Anchor {
  return { kind: 'text', text, next, before, find }
}

/**
 * Starts at a run of digits and capitals with separators of exactly this form: `9` is a digit, `A` an ASCII letter, anything
 * else itself; a blank also stands for a line break. Letters count in any case beside a digit, in a group of their own as
 * capitals only. A form counts only where it stands alone (see boundaries.ts).
 */
export function onShape(shapes: readonly string[], find: Finder): Anchor {
  return { kind: 'shape', shapes, find }
}

/**
 * Starts at a run of letters and digits that holds a digit, or of capitals only, with a length in these bounds. `only` names the
 * runs that it can use at all: most runs of a text are then passed without a call.
 */
export function onRun(shortest: number, longest: number, find: Finder, only: RunFilter = {}): Anchor {
  return { kind: 'run', shortest, longest, only, find }
}

/** Starts at a value that stands beside one of these words, however: prose, `key: value`, JSON, a table column, a hint. */
export function onLabel(labels: LabelGroup, find: LabelFinder): Anchor {
  return { kind: 'label', labels, find }
}

/** Starts at each of these words, wherever it stands. It names no value and bounds none; its group has no other anchors. */
export function onWord(words: LabelGroup, find: Finder): Anchor {
  return { kind: 'word', words, find }
}

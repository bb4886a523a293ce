/**
 * Builds the recognizer of an identifier with a fixed form: so many letters and digits, often with a check digit. It is
 * found behind its own words, up to a few words further on where the check digit proves it, and in written forms of its
 * own without any word.
 */
import type { KnownEntityType } from '../types.ts'
import { standsAlone } from './boundaries.ts'
import { isWord } from './characters.ts'
import { compact, compactEnd } from './compact.ts'
import { findDirect, limitAhead } from './labelled-number.ts'
import type { LabelledValue } from './labelled-values.ts'
import {
  type Anchor,
  type BuiltInRecognizer,
  type Examples,
  type Findings,
  type LabelGroup,
  onLabel,
  onShape,
} from './recognizer.ts'
import { CERTAIN, LABELLED, TYPICAL } from './scores.ts'
import type { View } from './view.ts'

export interface Identifier {
  readonly name: string
  readonly source: string
  readonly type: KnownEntityType
  /** Words beside it, per language, as in `LabelGroup`. */
  readonly words?: LabelGroup['words']
  /** Short words that mean something else in other languages ("nie", "dni", "op"): they count in capitals or as a key. */
  readonly acronyms?: string
  /** How many letters and digits it has; the longest first. */
  readonly lengths: readonly number[]
  /** What may stand between its groups. */
  readonly separators?: string
  /** Its letters and digits, in capitals. */
  readonly form: RegExp
  /** Its check digit, and what else it must fulfil. */
  readonly isValid?: (compacted: string) => boolean
  /** Written forms of its own, looked for without words too. */
  readonly shapes?: readonly string[]
  /** Score of such a form where no word stands near and the check digit is right; without it a word must be near. */
  readonly alone?: number
  readonly examples: Examples
}

/** A form without a check digit behind its own word: surer than a check digit alone. */
const NAMED = 0.97
/** How far behind its word a value with a right check digit is looked for. */
const reach = 60
/** How far around a written form its word may stand. */
const nearness = 60

/** A number that is mistyped, cut or of a form not known here. */
const someNumber = /^(?=(?:.*\d){6})[\p{Lu}\d]{6,18}$/u

export function identifier(definition: Identifier): BuiltInRecognizer {
  const { name, source, type, words, acronyms, shapes, examples } = definition
  const anchors: Anchor[] = []
  if (words !== undefined) {
    anchors.push(
      onLabel({ name, words }, (view, value, findings) => findBehind(definition, view, value, 'word', findings)),
    )
  }
  if (acronyms !== undefined) {
    const group = { name: `${name}-acronyms`, words: { '*': acronyms } }
    anchors.push(
      onLabel(group, (view, value, findings) => {
        findBehind(definition, view, value, isWrittenAsAcronym(view, value) ? 'acronym' : 'other', findings)
      }),
    )
  }
  if (shapes !== undefined) {
    anchors.push(onShape(shapes, (view, start, end, findings) => findShaped(definition, view, start, end, findings)))
  }
  return { name, source, types: [type], anchors, examples }
}

/** `NIE: …`, `"nie": "…"`, a column `nie`; not the Polish word in a sentence. */
export function isWrittenAsAcronym(view: View, { labelStart, labelEnd, link }: LabelledValue): boolean {
  if (link === 'cell' || link === 'hint') return true
  const label = view.text.slice(labelStart, labelEnd)
  if (label === label.toUpperCase()) return true
  const before = view.unit(labelStart - 1)
  return link === 'pair' && (before === 0x22 || before === 0x27 || before === 0x3c || before === 0x5f)
}

/**
 * What stands before the value: a word that means nothing else, so that a mistyped number is taken too; an acronym, so that
 * the form must fit; or what may be any other word, so that only a check digit counts.
 */
type Evidence = 'word' | 'acronym' | 'other'

function findBehind(
  definition: Identifier,
  view: View,
  value: LabelledValue,
  evidence: Evidence,
  findings: Findings,
): void {
  const { type, isValid } = definition
  const { start } = value
  const limit = limitAhead(view, value, reach)
  if (evidence === 'other' && isValid === undefined) return
  const valid = readValue(definition, view, start, limit, true)
  if (valid >= 0) {
    findings.add(start, valid, type, isValid === undefined ? NAMED : CERTAIN)
    if (isValid !== undefined) addValidBehind(definition, view, valid, lineEnd(view, valid, reach), TYPICAL, findings)
    return
  }
  if (isValid !== undefined && addValidBehind(definition, view, start + 1, limit, CERTAIN, findings)) return
  if (evidence === 'other') return
  const fitting = readValue(definition, view, start, limit, false)
  if (fitting >= 0) findings.add(start, fitting, type, LABELLED)
  else if (evidence === 'word') findDirect(view, value, { type, form: someNumber }, findings)
}

function lineEnd(view: View, from: number, most: number): number {
  let at = from
  while (at < from + most && view.unit(at) !== 0x0a && view.unit(at) !== 0) at++
  return at
}

/** The first value with a right check digit from one offset to another. */
function addValidBehind(
  definition: Identifier,
  view: View,
  from: number,
  limit: number,
  score: number,
  findings: Findings,
): boolean {
  for (let at = from; at < limit; at++) {
    if (!isWord(view.unit(at)) || isWord(view.unit(at - 1))) continue
    const end = readValue(definition, view, at, limit, true)
    if (end < 0) continue
    findings.add(at, end, definition.type, score)
    return true
  }
  return false
}

/** End of the value that starts at `start`; -1 where none of its form does. */
function readValue(definition: Identifier, view: View, start: number, limit: number, checked: boolean): number {
  const { lengths, separators = ' -./', form, isValid } = definition
  for (const length of lengths) {
    const end = compactEnd(view, start, length, separators)
    if (end < 0 || end > limit || !standsAlone(view, start, end)) continue
    const compacted = compact(view, start, end)
    if (form.test(compacted) && (!checked || isValid === undefined || isValid(compacted))) return end
  }
  return -1
}

function findShaped(definition: Identifier, view: View, start: number, end: number, findings: Findings): void {
  const { name, type, form, isValid, alone } = definition
  const compacted = compact(view, start, end)
  if (!form.test(compacted)) return
  const isRight = isValid === undefined || isValid(compacted)
  const isNamed = isNamedNear(view, name, start, end)
  if (isNamed) findings.add(start, end, type, isRight ? CERTAIN : LABELLED)
  else if (isRight && alone !== undefined && !isShortHex(view.text.slice(start, end)))
    findings.add(start, end, type, alone)
}

function isNamedNear(view: View, name: string, start: number, end: number): boolean {
  const from = end - start + 2 * nearness
  return view.isNear(name, end + nearness, from) || view.isNear(`${name}-acronyms`, start, nearness)
}

/** `c02712651`, `ac339139a`: short and in small letters up to f it is the number of a commit as well. */
function isShortHex(written: string): boolean {
  return /^[\da-f]{7,12}$/.test(written) && /[a-f]/.test(written)
}

/**
 * From the tokens of a classifier to spans of the text. The JavaScript pipeline gives no offsets, so the pieces are found again,
 * one after another; and it cuts off silently what is too long for the model, so how far the tokens reach is told as well.
 */
import type { EntityType } from '../types.ts'
import type { LabelTypes } from './labels.ts'

/** A token as `pipeline('token-classification', …)` gives it. */
export interface ClassifiedToken {
  /** `B-PER`, `I-PER`, `PER` or `O`. */
  readonly entity: string
  readonly score: number
  /** The piece: `Anna`, `##lena`, `▁Anna`. */
  readonly word: string
  /** UTF-16 offsets, where the pipeline knows them. */
  readonly start?: number | null | undefined
  readonly end?: number | null | undefined
}

export interface TypedSpan {
  start: number
  end: number
  type: EntityType
  score: number
}

export interface ReadTokens {
  readonly spans: readonly TypedSpan[]
  /** Where the last token ends: text behind it was not looked at. */
  readonly reach: number
}

interface PlacedToken {
  readonly start: number
  readonly end: number
  readonly entity: string
  readonly score: number
}

/** Letters between two pieces that no token stands for; more means that the two do not belong together. */
const longestGap = 40

/** `null` where the tokens are not those of the text. */
export function readTokens(
  text: string,
  tokens: readonly ClassifiedToken[],
  labels: LabelTypes,
  least: number,
): ReadTokens | null {
  const placed = placeAll(text, tokens)
  if (placed === null) return null
  const spans: TypedSpan[] = []
  for (const token of placed) addToken(spans, text, token, labels, least)
  return { spans: spans.map(span => wholeWords(text, span)), reach: placed.at(-1)?.end ?? 0 }
}

function addToken(spans: TypedSpan[], text: string, token: PlacedToken, labels: LabelTypes, least: number): void {
  const [, prefix, label] = /^(?:([BIESLU])[-_])?(.*)$/s.exec(token.entity.toUpperCase())!
  const type = labels.get(label!)
  if (type === undefined || token.score < least) return
  const last = spans.at(-1)
  const { start, end, score } = token
  const isNext = last !== undefined && last.type === type && /^[\s.'\u2019-]{0,2}$/.test(text.slice(last.end, start))
  // `B-` inside a word is a slip of the model: pieces of one word are one name.
  if (isNext && (prefix !== 'B' || start === last.end)) {
    last.end = end
    last.score = Math.max(last.score, score)
  } else spans.push({ start, end, type, score })
}

/** A word of which any piece is part of a name is part of it whole. */
function wholeWords(text: string, span: TypedSpan): TypedSpan {
  let { start, end } = span
  while (start > 0 && isLetter(text.charAt(start)) && isLetter(text.charAt(start - 1))) start--
  while (end < text.length && isLetter(text.charAt(end - 1)) && isLetter(text.charAt(end))) end++
  return { ...span, start, end }
}

function isLetter(unit: string): boolean {
  return /[\p{L}\p{M}]/u.test(unit)
}

function placeAll(text: string, tokens: readonly ClassifiedToken[]): PlacedToken[] | null {
  const folded = foldUnits(text)
  const placed: PlacedToken[] = []
  /** Pieces that spell nothing (`[UNK]`, half a character): they lie between their neighbours. */
  let unknown: ClassifiedToken[] = []
  let from = 0
  for (const token of tokens) {
    const place = placeOf(token, text.length, folded, from, unknown.length > 0)
    if (place === null) return null
    if (place === 'unknown') {
      unknown.push(token)
      continue
    }
    placed.push(...unknown.map(({ entity, score }) => between(text, from, place.start, entity, score)))
    unknown = []
    placed.push({ ...place, entity: token.entity, score: token.score })
    from = place.end
  }
  placed.push(...unknown.map(({ entity, score }) => between(text, from, endOfWord(text, from), entity, score)))
  return placed.filter(({ start, end }) => end > start)
}

function between(text: string, from: number, to: number, entity: string, score: number): PlacedToken {
  const gap = text.slice(from, to)
  return { start: from + (gap.length - gap.trimStart().length), end: from + gap.trimEnd().length, entity, score }
}

function endOfWord(text: string, from: number): number {
  const [word] = /^\s*\S*/.exec(text.slice(from, from + longestGap))!
  return from + word.length
}

function placeOf(
  token: ClassifiedToken,
  length: number,
  folded: Folded,
  from: number,
  isAfterUnknown: boolean,
): { start: number; end: number } | 'unknown' | null {
  const { start, end } = token
  if (typeof start === 'number' && typeof end === 'number') {
    return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length
      ? { start, end }
      : null
  }
  const piece = foldUnits(token.word.replace(/^(?:##|[\u2581\u0120\s]+)|<\/w>$/gu, '').trim()).text
  if (piece === '' || piece.includes('\ufffd') || /^[[<](?:unk|UNK|pad|PAD)[\]>]$/i.test(piece)) return 'unknown'
  const foldedFrom = folded.positionOf(from)
  const reach = isAfterUnknown ? longestGap * 4 : longestGap
  const at = folded.text.slice(foldedFrom, foldedFrom + reach + piece.length).indexOf(piece)
  if (at < 0) return null
  return { start: folded.unitAt(foldedFrom + at), end: folded.unitEnd(foldedFrom + at + piece.length - 1) }
}

/** A text as uncased models spell it: small letters without accents. Knows where each unit comes from. */
interface Folded {
  readonly text: string
  positionOf(unit: number): number
  unitAt(position: number): number
  unitEnd(position: number): number
}

function foldUnits(text: string): Folded {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  const positions = new Uint32Array(text.length + 1)
  let unit = 0
  for (const character of text) {
    const next = unit + character.length
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    positions.fill(folded.length, unit, next)
    for (let index = 0; index < plain.length; index++) {
      starts.push(unit)
      ends.push(next)
    }
    folded += plain
    unit = next
  }
  positions[text.length] = folded.length
  return {
    text: folded,
    positionOf: at => positions[at]!,
    unitAt: at => starts[at]!,
    unitEnd: at => ends[at]!,
  }
}

/** Tags a text: stretch by stretch, so that memory stays the same however long the text is. */
import type { Finding } from '../../types.ts'
import * as characters from './characters.ts'
import { collect } from './decode.ts'
import { lookAround, makeSurroundings } from './features.ts'
import type { NameOptions } from './index.ts'
import { LABELS, LOCATION, ORGANIZATION, PERSON } from './labels.ts'
import { flagTokens } from './lexicon.ts'
import type { Model } from './model.ts'
import { scoreTokens, toProbabilities } from './score.ts'
import { makeTokens, tokenize } from './tokens.ts'

/** Longest stretch in UTF-16 units; a token has at least one. */
const STRETCH = 16_384

const thresholds = { low: 0.7, normal: 0.4, high: 0.15 } as const

export function makeTagger(model: Model): (text: string, options: NameOptions) => Finding[] {
  const tokens = makeTokens(STRETCH)
  const around = makeSurroundings(STRETCH)
  const scores = new Float64Array(STRETCH * LABELS)
  const scratch = new Float64Array(STRETCH * LABELS)
  const marks = new Uint8Array(STRETCH)

  return (text, options) => {
    const found: Finding[] = []
    const threshold = thresholds[options.sensitivity]
    let first = 0
    for (let from = 0; from < text.length; ) {
      const to = endOfStretch(text, from)
      while (first < options.findings.length && options.findings[first]!.end <= from) first++
      tokenize(text, from, to, options.findings, first, tokens)
      flagTokens(tokens, model.lexicon)
      lookAround(tokens, around)
      scoreTokens(tokens, around, model, scores)
      toProbabilities(tokens, model, scores, scratch)
      mark(threshold)
      const scoreOf = (label: number) => (start: number, end: number) => {
        let best = 0
        for (let at = start; at <= end; at++) best = Math.max(best, scores[at * LABELS + label]!)
        return best
      }
      collect(tokens, marks, PERSON, 'PERSON', scoreOf(PERSON), found)
      if (options.profile === 'strict') {
        collect(tokens, marks, LOCATION, 'LOCATION', scoreOf(LOCATION), found)
        collect(tokens, marks, ORGANIZATION, 'ORGANIZATION', scoreOf(ORGANIZATION), found)
      }
      from = to
    }
    return found.sort((a, b) => a.start - b.start)
  }

  function mark(threshold: number): void {
    for (let at = 0; at < tokens.count; at++) {
      const person = scores[at * LABELS + PERSON]!
      const location = scores[at * LABELS + LOCATION]!
      const organization = scores[at * LABELS + ORGANIZATION]!
      if (person >= threshold && person * 2 >= location && person * 2 >= organization) marks[at] = PERSON
      else if (location >= threshold && location >= organization) marks[at] = LOCATION
      else marks[at] = organization >= threshold ? ORGANIZATION : 0
    }
  }
}

/** The end of a stretch: at a line break or blank in its last quarter, else anywhere but inside a surrogate pair. */
function endOfStretch(text: string, from: number): number {
  const limit = from + STRETCH
  if (limit >= text.length) return text.length
  const low = limit - STRETCH / 4
  const lineBreak = text.lastIndexOf('\n', limit - 1)
  if (lineBreak > low) return lineBreak + 1
  for (let at = limit; at > low; at--) {
    if (characters.kindOf(text.charCodeAt(at - 1)) === characters.SPACE) return at
  }
  const unit = text.charCodeAt(limit)
  return unit >= 0xdc00 && unit < 0xe000 ? limit - 1 : limit
}

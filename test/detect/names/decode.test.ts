import { describe, expect, it } from 'vitest'
import { collect, trim } from '../../../src/detect/names/decode.ts'
import { PERSON } from '../../../src/detect/names/labels.ts'
import { flagTokens } from '../../../src/detect/names/lexicon.ts'
import { loadModel } from '../../../src/detect/names/model.ts'
import { makeTokens, tokenize } from '../../../src/detect/names/tokens.ts'
import type { Finding } from '../../../src/types.ts'

/** Marks everything between the asterisks as a person, then cleans and collects. */
function spansOf(marked: string): string[] {
  const text = marked.replaceAll('*', '')
  const start = marked.indexOf('*')
  const end = marked.lastIndexOf('*') - 1
  const tokens = makeTokens(128)
  tokenize(text, 0, text.length, [], 0, tokens)
  flagTokens(tokens, loadModel().lexicon)
  const marks = new Uint8Array(128)
  for (let at = 0; at < tokens.count; at++) if (tokens.start[at]! >= start && tokens.end[at]! <= end) marks[at] = PERSON
  trim(tokens, marks)
  const found: Finding[] = []
  collect(tokens, marks, PERSON, 'PERSON', () => 1, found)
  return found.map(finding => text.slice(finding.start, finding.end))
}

describe('a run of marked tokens', () => {
  it('loses the titles and roles in front', () => {
    expect(spansOf('the *Frau Dr. Wiesinger* here')).toEqual(['Wiesinger'])
  })

  it('loses small words that are no particles', () => {
    expect(spansOf('so *Kovalenko oddycha* teraz')).toEqual(['Kovalenko'])
    expect(spansOf('by *Jolanda van den Heuvelman* today')).toEqual(['Jolanda van den Heuvelman'])
  })

  it('ends at a full stop, a line break and a wide gap', () => {
    expect(spansOf('*Wiesinger. Hathersage*')).toEqual(['Wiesinger', 'Hathersage'])
    expect(spansOf('*Wiesinger\nHathersage*')).toEqual(['Wiesinger', 'Hathersage'])
    expect(spansOf('*Wiesinger    Hathersage*')).toEqual(['Wiesinger', 'Hathersage'])
  })

  it('keeps initials, their dots, hyphens and apostrophes', () => {
    expect(spansOf("ask *J. R. O'Hathersage-Quill* now")).toEqual(["J. R. O'Hathersage-Quill"])
    expect(spansOf('ask *Zorbela K*. now')).toEqual(['Zorbela K.'])
  })

  it('keeps surname, comma and first name as one', () => {
    expect(spansOf('*Hathersage, Zorbela* called')).toEqual(['Hathersage, Zorbela'])
  })

  it('loses titles in small letters too, but no name before a name', () => {
    expect(spansOf('frag *tante zorbela* mal')).toEqual(['zorbela'])
    expect(spansOf('frag *eileen margaret hathersage* mal')).toEqual(['eileen margaret hathersage'])
  })

  it('ends at a dash between blanks', () => {
    expect(spansOf('da *Amedeo Quintarosk \u2013 P*.IVA 1')).toEqual(['Amedeo Quintarosk'])
  })

  it('loses the legal form of a sole trader', () => {
    expect(spansOf('from *Zorbela Hathersage Ltd* here')).toEqual(['Zorbela Hathersage'])
  })
})

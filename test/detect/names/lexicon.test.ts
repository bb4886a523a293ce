import { describe, expect, it } from 'vitest'
import * as flags from '../../../src/detect/names/flags.ts'
import { flagCompounds, flagTokens, lookUp } from '../../../src/detect/names/lexicon.ts'
import { loadModel } from '../../../src/detect/names/model.ts'
import { hashWord, makeTokens, tokenize } from '../../../src/detect/names/tokens.ts'

const { lexicon } = loadModel()
const about = (word: string) => lookUp(lexicon, hashWord(word))

describe('the lexicon', () => {
  it('knows first names, titles, field names, months and ordinary words', () => {
    expect(about('Hannah') & flags.FIRST_NAME).toBeTruthy()
    expect(about('Herr') & flags.TITLE).toBeTruthy()
    expect(about('Vorname') & flags.FIELD).toBeTruthy()
    expect(about('February') & flags.CALENDAR).toBeTruthy()
    expect(about('because') & flags.COMMON).toBeTruthy()
    expect(about('fauteuil') & flags.THING).toBeTruthy()
    expect(about('Unterlagen') & flags.COMMON).toBeTruthy()
  })

  it('mistakes hardly any made-up word for an entry', () => {
    let mistaken = 0
    for (let number = 0; number < 5000; number++) if (about(`zq${number.toString(36)}xv`) !== 0) mistaken++
    expect(mistaken).toBeLessThan(25)
  })

  it('knows a name with an ending by its stem', () => {
    const tokens = makeTokens(64)
    tokenize('Matejovi', 0, 8, [], 0, tokens)
    flagTokens(tokens, lexicon)
    expect(tokens.flags[0]! & flags.ANY_NAME).toBeTruthy()
  })

  it('knows an open word by the ordinary one it ends in, and leaves the others alone', () => {
    const text = 'Dichtungsunterlagen Zorbelaxvk'
    const tokens = makeTokens(64)
    tokenize(text, 0, text.length, [], 0, tokens)
    flagTokens(tokens, lexicon)
    flagCompounds(tokens, { opened: Int32Array.of(0, 1), openCount: 2 }, lexicon)
    expect(tokens.flags[0]! & flags.COMPOUND).toBeTruthy()
    expect(tokens.flags[1]! & flags.COMPOUND).toBe(0)
    flagTokens(tokens, lexicon)
    flagCompounds(tokens, { opened: new Int32Array(2), openCount: 0 }, lexicon)
    expect(tokens.flags[0]! & flags.COMPOUND).toBe(0)
  })
})

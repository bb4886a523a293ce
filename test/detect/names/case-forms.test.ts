import { describe, expect, it } from 'vitest'
import { flagsOfNominative, stemsOfCases } from '../../../src/detect/names/case-forms.ts'
import { FIRST_NAME } from '../../../src/detect/names/flags.ts'
import { loadModel, tagNames } from '../../../src/detect/names/index.ts'
import { hashWord, makeTokens, tokenize } from '../../../src/detect/names/tokens.ts'

function names(text: string): string[] {
  return tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

function tokensOf(word: string) {
  const tokens = makeTokens(64)
  tokenize(word, 0, word.length, [], 0, tokens)
  return tokens
}

function stemsOf(name: string): Set<number> {
  const stems = new Set<number>()
  stemsOfCases(tokensOf(name), 0, stem => stems.add(stem))
  return stems
}

describe('the stem that a name has in other cases', () => {
  it.each([
    ['Hyvärinen', 'Hyvärise'],
    ['Joonas', 'Joonakse'],
    ['Heikki', 'Heiki'],
    ['Wiesiek', 'Wieśk'],
    ['Marzec', 'Marzc'],
    ['Karel', 'Karl'],
    ['Kolenec', 'Kolenc'],
    ['Tomas', 'Tomui'],
    ['Virtaniemi', 'Virtanieme'],
  ])('of %s is %s', (name, stem) => {
    expect(stemsOf(name).has(hashWord(stem))).toBe(true)
  })

  it.each(['Joonaksen', 'Wieśkiem', 'Pekalle', 'Jackiem'])('tells that %s is of a first name', form => {
    expect(flagsOfNominative(tokensOf(form), 0, loadModel().lexicon) & FIRST_NAME).toBe(FIRST_NAME)
  })

  it.each(['Tisch', 'House', 'Kirjakaupan', 'Bankowi'])('is of no name in %s', word => {
    expect(flagsOfNominative(tokensOf(word), 0, loadModel().lexicon)).toBe(0)
  })
})

describe('a name that was found', () => {
  it.each([
    ['Potilas: Pentti Hyvärinen. Lasku meni perille. Hyväriselle soitetaan huomenna.', 'Hyväriselle'],
    ['Proszę zapytać pana Jacka Kwartulca. Bez zgody Kwartulcowi nic nie mówimy.', 'Kwartulcowi'],
    ['Volal Karel Kvardlec. S Kvardlecem se domluvíme zítra.', 'Kvardlecem'],
  ])('is found in another case: %s', (text, form) => {
    expect(names(text)).toContain(form)
  })
})

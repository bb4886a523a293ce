import { describe, expect, it } from 'vitest'
import { fill, loadCarriers, slot } from '../../../training/names/carriers.ts'
import { languages, loadNames } from '../../../training/names/names.ts'
import { makeRandom } from '../../../training/names/random.ts'

const carriers = loadCarriers()

describe('the carrier sentences', () => {
  it('are there for every language, with and without people', () => {
    for (const language of languages) {
      const own = carriers.filter(carrier => carrier.language === language)
      expect(own.length, language).toBeGreaterThan(200)
      expect(own.filter(carrier => carrier.section === 'negative').length, language).toBeGreaterThan(30)
    }
  })

  it('have no slot that would stay unfilled', () => {
    const looksLikeSlot =
      /\{(?:first|last|full|last_first|initial|nick|city|org|user|email|phone|id|street|thing|site|idea|software|car|shop|maker|game|drug|drink|band|said|word)[^{}]*\}/g
    const unfilled = carriers.flatMap(({ language, line }) =>
      (line.match(looksLikeSlot) ?? [])
        .filter(found => found.replace(slot, '') !== '')
        .map(found => `${language}: ${found}`),
    )
    expect(unfilled).toEqual([])
  })

  it('never take a brand for a person, whoever stands beside it', () => {
    const fillings = { names: loadNames(), inflections: new Map() }
    const line = '{full}: {software}, {car}, {shop}, {maker}, {game}, {drug}, {drink}, {band}'
    const { spans } = fill({ language: 'en', section: 'crm', line }, fillings, makeRandom(1))
    expect(spans.map(({ label }) => label)).toEqual(['PERSON', ...Array.from({ length: 8 }, () => 'OTHER')])
  })

  it('are filled with labelled spans that fit the text', () => {
    const fillings = { names: loadNames(), inflections: new Map() }
    const random = makeRandom(1)
    for (const carrier of carriers.filter((_, index) => index % 20 === 0)) {
      const document = fill(carrier, fillings, random)
      expect(document.text).not.toMatch(/\{(?:full|first|last)[.:#~}]/)
      let end = 0
      for (const span of document.spans) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(document.text.slice(span.start, span.end).trim()).not.toBe('')
        end = span.end
      }
    }
  })

  it('give the same texts for the same seed', () => {
    const fillings = { names: loadNames(), inflections: new Map() }
    const texts = () => {
      const random = makeRandom(7)
      return carriers.slice(0, 40).map(carrier => fill(carrier, fillings, random).text)
    }
    expect(texts()).toEqual(texts())
  })
})

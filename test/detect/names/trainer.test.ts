import { describe, expect, it } from 'vitest'
import { readModel } from '../../../src/detect/names/model.ts'
import { makeTagger } from '../../../src/detect/names/tagger.ts'
import { fill, loadCarriers } from '../../../training/names/carriers.ts'
import { makeTrainer } from '../../../training/names/crf.ts'
import { loadNames } from '../../../training/names/names.ts'
import { packLexicon, packModel } from '../../../training/names/pack.ts'
import { makeRandom } from '../../../training/names/random.ts'

const carriers = loadCarriers().filter(({ language, section }) => language === 'en' && section === 'mail')
const fillings = { names: loadNames(), inflections: new Map() }

/** A model of a few hundred mails. */
function train(seed: number): Uint8Array {
  const random = makeRandom(seed)
  const trainer = makeTrainer(1 << 16)
  const lexicon = packLexicon(new Map([[1, 1]]), 64)
  for (let pass = 0; pass < 4; pass++) {
    for (const carrier of carriers) {
      const hidden = { names: random.chance(0.25), words: random.chance(0.25), salt: 1 }
      trainer.learn(fill(carrier, fillings, random), lexicon, hidden, 0.12)
    }
    trainer.remember()
  }
  trainer.settle()
  return packModel(trainer, lexicon, 1 << 13, 0.03)
}

describe('the trainer', () => {
  const bytes = train(1)

  it('gives the same bytes for the same seed, and others for another', () => {
    expect(Buffer.compare(train(1), bytes)).toBe(0)
    expect(Buffer.compare(train(2), bytes)).not.toBe(0)
  })

  it('learns to find a name by the words around it', () => {
    const tag = makeTagger(readModel(bytes))
    const text = 'Dear Ms Zubrinelli,\n\nthank you for your application.\n\nKind regards\nOlmo Zubrinelli'
    const found = tag(text, { profile: 'balanced', sensitivity: 'normal', findings: [] })
    expect(found.map(({ start, end }) => text.slice(start, end))).toContain('Zubrinelli')
  })
})

describe('filled carriers', () => {
  const language = 'en'
  const filled = (line: string, seed = 3) => fill({ language, section: 'ticket', line }, fillings, makeRandom(seed))
  const named = ({ text, spans }: ReturnType<typeof filled>) => spans.map(({ start, end }) => text.slice(start, end))

  it('label a first name and a surname beside it as one person', () => {
    expect(named(filled('Hi {first} {last}, hi {initial} {last}, hi {first};{last}'))).toHaveLength(4)
  })

  it('give an initial and the surname beside it to one gender', () => {
    const names = { ...fillings, names: loadNames() }
    for (let seed = 0; seed < 20; seed++) {
      const { text, spans } = fill(
        { language: 'el', section: 'ticket', line: '{initial} {last.f}' },
        names,
        makeRandom(seed),
      )
      expect(spans).toHaveLength(1)
      expect(text).not.toMatch(/(?:\u03bf\u03c2|\u03b7\u03c2|\u03b1\u03c2)$/u)
    }
  })

  it('end a name before an apostrophe that sets its ending off', () => {
    const inflections = new Map([['en', { inflect: (name: string) => `${name}\u2019s`, lastWordOnly: true }]])
    const document = fill(
      { language, section: 'ticket', line: 'At {first:gen} desk' },
      { ...fillings, inflections },
      makeRandom(1),
    )
    expect(named(document)[0]).not.toContain('\u2019')
    expect(document.text).toContain(`${named(document)[0]}\u2019s desk`)
  })

  it('let capitalised words of lines without people be any name but that of a person, unless slots stand for things', () => {
    const labels = (line: string) =>
      fill({ language, section: 'negative', line }, fillings, makeRandom(1)).spans.map(({ label }) => label)
    expect(labels('Victoria Street is closed.')).toEqual(['OTHER', 'OTHER'])
    expect(labels('Victoria Street, {first~plain} sofa')).toEqual([])
  })
})

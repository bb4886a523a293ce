import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'
import { createGuard } from '../../src/index.ts'
import { type ClassifiedToken, transformersRecognizer } from '../../src/recognizers/index.ts'

/** A model that knows some words. It cuts words into pieces and, like the real one, stops silently at its longest input. */
function stubModel(known: Readonly<Record<string, string>>, longestInput = 512) {
  const asked: string[] = []
  async function classify(text: string, options: { ignore_labels: string[] }): Promise<ClassifiedToken[]> {
    asked.push(text)
    expect(options.ignore_labels).toEqual([])
    const tokens: ClassifiedToken[] = []
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+|[^\s\p{L}]/gu)) {
      const entity = known[word] ?? 'O'
      const head = word.slice(0, 3)
      tokens.push({ entity, score: 0.9, word: head })
      if (word.length > 3) tokens.push({ entity: entity.replace('B-', 'I-'), score: 0.8, word: `##${word.slice(3)}` })
    }
    return tokens.slice(0, longestInput)
  }
  return { classify, asked }
}

async function found(text: string, classify: Parameters<typeof transformersRecognizer>[0] & object) {
  const findings = await transformersRecognizer(classify).recognize(text, {})
  return findings.map(({ start, end, type }) => `${type}:${text.slice(start, end)}`)
}

const people = { Anna: 'B-PER', Berg: 'I-PER', Jose: 'B-PER', Lund: 'B-LOC', Zoe: 'B-PER', Acme: 'B-ORG' }

describe('transformersRecognizer', () => {
  it('joins the pieces of a name', async () => {
    const { classify } = stubModel(people)
    expect(await found('Mail from Anna Berg, then Zoe.', { pipeline: classify })).toEqual([
      'PERSON:Anna Berg',
      'PERSON:Zoe',
    ])
  })

  it('keeps two names apart that a new beginning or a symbol divides', async () => {
    const { classify } = stubModel(people)
    expect(await found('Anna Zoe; Jose | Berg', { pipeline: classify })).toEqual([
      'PERSON:Anna',
      'PERSON:Zoe',
      'PERSON:Jose',
      'PERSON:Berg',
    ])
  })

  it('reports the types asked for, under the labels of the model', async () => {
    const { classify } = stubModel({ ...people, Rex: 'PET' })
    expect(await found('Anna in Lund at Acme with Rex', { pipeline: classify })).toEqual(['PERSON:Anna'])
    const types = ['LOCATION', 'PET_NAME']
    expect(
      await found('Anna in Lund at Acme with Rex', { pipeline: classify, types, labels: { pet: 'PET_NAME' } }),
    ).toEqual(['LOCATION:Lund', 'PET_NAME:Rex'])
  })

  it('places pieces after emoji, accents and pieces of an uncased model', async () => {
    const pipeline = async (): Promise<ClassifiedToken[]> => [
      { entity: 'O', score: 0.9, word: '[UNK]' },
      { entity: 'B-PER', score: 0.9, word: 'jos' },
      { entity: 'I-PER', score: 0.9, word: '##e' },
      { entity: 'I-PER', score: 0.9, word: 'garcia' },
      { entity: 'O', score: 0.9, word: '!' },
    ]
    expect(await found('\u{1f642} Jos\u00e9 Garc\u00eda!', { pipeline })).toEqual(['PERSON:Jos\u00e9 Garc\u00eda'])
  })

  it('covers a word whole when the model labels a piece of it or cannot spell it', async () => {
    const pipeline = async (): Promise<ClassifiedToken[]> => [
      { entity: 'O', score: 0.9, word: 'for' },
      { entity: 'O', score: 0.9, word: 'Kow' },
      { entity: 'B-PER', score: 0.9, word: '##alski' },
      { entity: 'O', score: 0.9, word: 'and' },
      { entity: 'B-PER', score: 0.9, word: '[UNK]' },
      { entity: 'O', score: 0.9, word: 'today' },
    ]
    expect(await found('for Kowalski and \u0160ime today', { pipeline })).toEqual([
      'PERSON:Kowalski',
      'PERSON:\u0160ime',
    ])
  })

  it('trusts offsets where the pipeline gives them', async () => {
    const pipeline = async () => [
      { entity: 'B-PER', score: 0.9, word: 'x', start: 3, end: 7 },
      { entity: 'O', score: 0.9, word: 'y', start: 8, end: 12 },
    ]
    expect(await found('Hi Anna byes', { pipeline })).toEqual(['PERSON:Anna'])
  })

  it('cuts a long text into windows and finds a name at every place', async () => {
    const text = Array.from({ length: 60 }, (_, index) => `${'so '.repeat(index % 7)}Anna Berg wrote.`).join(' ')
    const { classify, asked } = stubModel(people)
    const names = await transformersRecognizer({ pipeline: classify, windowLength: 100 }).recognize(text, {})
    expect(asked.length).toBeGreaterThan(10)
    for (const { index } of text.matchAll(/Anna Berg/g)) {
      expect(names.some(({ start, end }) => start === index && end === index + 9)).toBe(true)
    }
  })

  it('halves a window that the model does not read to its end', async () => {
    const { classify, asked } = stubModel(people, 20)
    const text = `${'to be or not to be that is the question '.repeat(5)}Anna Berg`
    expect(await found(text, { pipeline: classify })).toContain('PERSON:Anna Berg')
    expect(asked.length).toBeGreaterThan(2)
  })

  it('gives up where even a short window is not read', async () => {
    const { classify } = stubModel(people, 1)
    await expect(found('Anna Berg and others were there that evening, too', { pipeline: classify })).rejects.toThrow(
      'does not read its input to the end',
    )
  })

  it.each([
    ['no list', async () => ({ entity: 'O' }), 'no list of tokens'],
    ['broken tokens', async () => [{ entity: 'O', score: 2, word: 'x' }], 'no list of tokens'],
    ['tokens of another text', async () => [{ entity: 'O', score: 1, word: 'nothere' }], 'not those of the text'],
    ['offsets outside', async () => [{ entity: 'O', score: 1, word: 'x', start: 0, end: 99 }], 'not those of the text'],
  ])('refuses %s', async (_, pipeline, reason) => {
    await expect(found('Anna Berg', { pipeline })).rejects.toThrow(reason)
  })

  it('gives up when the model is late', async () => {
    const pipeline = () => new Promise(() => {})
    await expect(found('Anna', { pipeline, timeoutMs: 5 })).rejects.toThrow('more than 5 ms')
  })

  it('does not ask the model about a text without words', async () => {
    const { classify, asked } = stubModel(people)
    expect(await found(' -- \n', { pipeline: classify })).toEqual([])
    expect(asked).toEqual([])
  })

  it('says that the optional peer is missing, with each text anew', async () => {
    const recognizer = transformersRecognizer({ model: 'some/model' })
    await expect(recognizer.recognize('Anna', {})).rejects.toThrow('@huggingface/transformers is not installed')
    await expect(recognizer.recognize('Anna', {})).rejects.toMatchObject({ code: 'ERR_GDPR_RECOGNIZER_FAILED' })
  })

  it.each([
    { pipeline: stubModel({}).classify, timeoutMs: 0 },
    { pipeline: stubModel({}).classify, minimumScore: 2 },
    { pipeline: stubModel({}).classify, windowLength: 3 },
    { model: '' },
  ])('refuses wrong options at once', options => {
    expect(() => transformersRecognizer(options)).toThrow(expect.objectContaining({ code: 'ERR_GDPR_OPTIONS_INVALID' }))
  })

  it('stops the call when the model fails, without a word of the text', async () => {
    const pipeline = async () => {
      throw new Error('cannot read Anna')
    }
    const detector = createDetector({ profile: 'balanced', recognizers: [transformersRecognizer({ pipeline })] })
    const failure = await Promise.resolve(detector.detect('Anna Berg')).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'ERR_GDPR_RECOGNIZER_FAILED' })
    expect(String(failure)).not.toContain('Anna')
  })

  it('adds to the findings of a guard', async () => {
    const pipeline = stubModel({ Xqwz: 'B-PER' }).classify
    const guard = createGuard({ mode: 'explicit', recognizers: [transformersRecognizer({ pipeline })] })
    const { text } = await guard.scope().scrub('the case of Xqwz is open')
    expect(text).toBe('the case of [PERSON_1] is open')
    guard.close()
  })
})

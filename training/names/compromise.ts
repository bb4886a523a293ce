/** The people that npm compromise finds in English text, in the shape of our tagger, to be measured by the same code. */
import nlp from 'compromise'
import type { Tagger } from '../../src/detect/names/tagger.ts'

interface Mention {
  offset?: { start: number; length: number }
}

export const tagWithCompromise: Tagger = text => {
  const mentions = nlp(text).people().json({ offset: true }) as Mention[]
  return mentions.flatMap(({ offset }) => {
    if (offset === undefined) return []
    const { start, length } = offset
    return [{ start, end: start + length, type: 'PERSON', score: 1, recognizer: 'compromise' }]
  })
}

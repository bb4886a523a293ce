import { describe, expect, it } from 'vitest'
import { listPhrases, phraseFields } from '../../src/detect/phrase-list.ts'

describe('listPhrases', () => {
  it('gives the same list whatever the order of the groups', () => {
    const one = { name: 'ONE', words: { en: 'order|order number', de: 'kunden~' } }
    const two = { name: 'TWO', words: { pl: 'zamowieni*|order' } }
    expect(listPhrases([two, one])).toEqual(listPhrases([one, two]))
  })

  it('takes a phrase that is written twice once', () => {
    const twice = listPhrases([{ name: 'ONE', words: { en: 'order id|Order ID', nl: '\u00f3rder-id' } }])
    expect(twice.phrases).toHaveLength(phraseFields)
    expect(String.fromCharCode(...twice.letters)).toBe('id')
  })

  it('refuses two groups of one name, since words could not say which they belong to', () => {
    const group = (word: string) => ({ name: 'ONE', words: { en: word } })
    expect(() => listPhrases([group('order'), group('client')])).toThrow('Two groups of labels are called ONE')
  })

  it('refuses a phrase of more words than its numbers have room for', () => {
    const words = { en: Array.from({ length: 17 }, () => 'order').join(' ') }
    expect(() => listPhrases([{ name: 'ONE', words }])).toThrow('more than 16 words')
  })
})

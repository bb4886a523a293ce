import { describe, expect, it } from 'vitest'
import { wordsOfAddresses } from '../../../src/detect/names/address-words.ts'
import { FilteredSet } from '../../../src/detect/names/hash-set.ts'
import { loadModel } from '../../../src/detect/names/model.ts'
import { hashPart, hashWord } from '../../../src/detect/names/tokens.ts'

function has(address: string, type: string): (word: string) => boolean {
  const text = `to ${address} and others@else.example`
  const words = new FilteredSet()
  const finding = { start: 3, end: 3 + address.length, type, score: 1, recognizer: 'test' }
  wordsOfAddresses(text, [finding], loadModel().lexicon, words)
  return word => words.has(hashWord(word))
}

describe('words of addresses', () => {
  it('are those before the sign, with and without their first letter', () => {
    const isWord = has('p_zorbela@quintarosk.example', 'EMAIL')
    expect(['zorbela', 'orbela', 'quintarosk', 'others'].map(isWord)).toEqual([true, true, false, false])
  })

  it('are found where umlauts are written as two letters', () => {
    const isWord = has('Quaerboehler@firm.example', 'EMAIL')
    expect(['quaerboehler', 'quarbohler', 'Qu\u00e4rb\u00f6hler', 'quarboehler'].map(isWord)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('are all those of a login name without the sign, or with one in front, and of nothing behind it', () => {
    expect(['zorbela', 'quintarosk', 'others'].map(has('zorbela.quintarosk', 'USERNAME'))).toEqual([true, true, false])
    expect(['zorbela', 'quintarosk', 'others'].map(has('@zorbela@quintarosk', 'USERNAME'))).toEqual([true, true, false])
    expect(has('zorbela.quintarosk', 'ORDER_NUMBER')('zorbela')).toBe(false)
  })
})

describe('hashPart', () => {
  it('is the hash of the word that stands there', () => {
    expect(hashPart('dear Zorbela, hello', 5, 12)).toBe(hashWord('zorbela'))
    expect(hashPart('KOEHLER', 0, 7, true)).toBe(hashWord('kohler'))
    expect(hashPart('KOEHLER', 0, 7)).toBe(hashWord('koehler'))
  })
})

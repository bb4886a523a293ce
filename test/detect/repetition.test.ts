import { describe, expect, it } from 'vitest'
import { detectNow, mark } from './marked.ts'

const balanced = { profile: 'balanced' } as const
const marked = (text: string) => mark(text, detectNow(text, balanced))

describe('a value that a word has named once', () => {
  it('is found again in the same text, before and behind', () => {
    const text = 'K-63748 called. Customer no. K-63748 asks again; (K-63748).'
    expect(marked(text)).toBe('«K-63748» called. Customer no. «K-63748» asks again; («K-63748»).')
  })

  it('keeps its type', () => {
    const types = detectNow('invoice RE-2024-0317 … see RE-2024-0317', balanced).map(({ type }) => type)
    expect(types).toEqual(['INVOICE_NUMBER', 'INVOICE_NUMBER'])
  })

  it('is not found inside longer numbers and words', () => {
    expect(marked('ticket #4471902 is not in 44719020 or 4471902.5 or X4471902')).toBe(
      'ticket «#4471902» is not in 44719020 or 4471902.5 or X4471902',
    )
  })

  it('is not repeated where it is too short to be told from other numbers', () => {
    expect(marked('order no. 1207 at 1207 metres')).toBe('order no. «1207» at 1207 metres')
  })

  it('is found in text with invisible units too', () => {
    expect(marked('Order no. B-771935. Did B-77\u200b1935 arrive?')).toBe(
      'Order no. «B-771935». Did «B-77\u200b1935» arrive?',
    )
  })

  it('is found whole where others lie within it', () => {
    const text = 'Order no. B-7719. Order no. B-7719/22. Was it B-7719/22, or B-7719?'
    expect(marked(text)).toBe('Order no. «B-7719». Order no. «B-7719/22». Was it «B-7719/22», or «B-7719»?')
  })

  it('costs no more in a text that names many', () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `customer no. ${'K'.repeat(index % 40)}-55120\n`)
    const start = process.cpuUsage()
    detectNow(lines.join(''), balanced)
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5)
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectNow, withoutNames } from './marked.ts'

// Pieces of programs, settings and their documentation in which words such as "key", "user", "pass" or "address" name no value.
const pieces = readFileSync(new URL('program-text.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n---\n')

describe('names in program text are no values', () => {
  it.each(pieces)('%s', piece => {
    expect(detectNow(piece, withoutNames).map(({ start, end, type }) => `${type} ${piece.slice(start, end)}`)).toEqual(
      [],
    )
  })
})

describe('values in program text are found', () => {
  it.each([
    ['const db = connect("shop", { user: "jharlow", password: "Moor-Falke-58" })', ['jharlow', 'Moor-Falke-58']],
    ['DB_PASS=Ahorn47Blatt\nDB_USER=jharlow', ['Ahorn47Blatt', 'jharlow']],
    ["if (order === '5582017-B') ship(order)", ['5582017-B']],
    ['// Order::lookup of order no. 5582017', ['5582017']],
    ['| login | pass |\n|---|---|\n| jharlow | tulpenfeld |', ['jharlow', 'tulpenfeld']],
    ['customer_88120417.pdf', ['88120417']],
  ])('%s', (piece, values) => {
    const found = detectNow(piece, withoutNames).map(({ start, end }) => piece.slice(start, end))
    for (const value of values) expect(found).toContain(value)
  })
})

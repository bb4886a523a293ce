import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { differences, type Stamp, stampFile, stampOf } from '../../training/names/stamp.ts'

const model = readFileSync('src/detect/names/model.bin')
const written = JSON.parse(readFileSync(stampFile, 'utf8')) as Stamp
const today = stampOf(model, '../shared/corpus/train')

describe('the committed name model', () => {
  it('was trained from the carriers, lists, words, code and packages of today', () => {
    // Otherwise it has to be trained again (npm run train:names).
    expect(differences(written, today)).toEqual([])
  })

  it('is the one MODEL.md names', () => {
    expect(readFileSync('src/detect/names/MODEL.md', 'utf8')).toContain(written.model)
  })
})

describe('a stamp', () => {
  it('differs where any of its sources does, and in the corpora only where both are known', () => {
    expect(differences(today, { ...today, trainer: 'x', packages: {} })).toEqual(['trainer', 'packages'])
    expect(differences({ ...today, corpora: 'x' }, { ...today, corpora: 'y' })).toEqual(['corpora'])
    expect(differences({ ...today, corpora: 'x' }, { ...today, corpora: '' })).toEqual([])
  })
})

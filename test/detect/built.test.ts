import { describe, expect, it } from 'vitest'
import { type Built, built, decodeBuilt, encodeBuilt } from '../../src/detect/built.ts'
import { unitTable } from '../../src/detect/characters.ts'
import { sharedGroups } from '../../src/detect/context-words.ts'
import { builtInRecognizers } from '../../src/detect/index.ts'
import { listPhrases } from '../../src/detect/phrase-list.ts'
import { groupsOf, landmarksOf } from '../../src/detect/tables.ts'

const tables = {
  phrases: listPhrases(groupsOf(builtInRecognizers, sharedGroups), landmarksOf(builtInRecognizers)),
  units: unitTable.slice(0, 0x2000),
}

/** Numbers as text: comparing arrays of a hundred thousand one by one takes seconds. */
function written({ phrases: { groups, ...arrays }, units }: Built): string[] {
  return [groups.join(), units.join(), ...Object.values(arrays).map(array => array.join())]
}

describe('the tables that the build reads ahead', () => {
  it('are the same once they were written and read', () => {
    expect(written(decodeBuilt(encodeBuilt(tables)))).toEqual(written(tables))
  })

  it('are read from any place in a buffer', () => {
    const bytes = encodeBuilt(tables)
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(written(decodeBuilt(shifted.subarray(1)))).toEqual(written(tables))
  })

  it('are told from another file', () => {
    expect(() => decodeBuilt(new Uint8Array(64))).toThrow('Install the package again')
  })

  it('are not used with the sources, so that a changed list counts at once', () => {
    expect(built).toBeNull()
  })
})

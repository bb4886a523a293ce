import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planted } from '../kit/planted.ts'
import { cli } from './kit.ts'

const { text, values } = planted(71)
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-filters-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('scrub and restore', () => {
  it('are filters that give the text back, with a map that only its owner can read', async () => {
    const map = join(folder, 'map.json')
    const scrubbed = await cli(['scrub', '--map', map], { stdin: text })
    expect(scrubbed).toMatchObject({ code: 0, stderr: '' })
    for (const value of values) expect(scrubbed.stdout).not.toContain(value)
    expect(statSync(map).mode & 0o777).toBe(0o600)
    expect(Object.values(JSON.parse(readFileSync(map, 'utf8')))).toHaveLength(values.length)
    expect(await cli(['restore', '--map', map], { stdin: scrubbed.stdout })).toEqual({
      code: 0,
      stdout: text,
      stderr: '',
    })
  })

  it('never overwrite a map, and say what they need', async () => {
    const taken = join(folder, 'taken.json')
    writeFileSync(taken, '{}')
    for (const args of [
      ['scrub', '--map', taken],
      ['restore'],
      ['restore', '--map', join(folder, 'none')],
      ['scrub', '--loud'],
    ]) {
      const { code, stdout, stderr } = await cli(args, { stdin: text })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      for (const value of values) expect(stderr).not.toContain(value)
    }
    expect(readFileSync(taken, 'utf8')).toBe('{}')
  })
})

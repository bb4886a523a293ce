/**
 * Numbers that sound like positions in texts, by the types of the SDKs. A name that is not on the list fails here: then it moves
 * with the text (positions.ts), or stands below with its reason.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))

/** Moved, as the rules say. */
const moved = ['beginOffset', 'end', 'endIndex', 'endOffset', 'end_char_index', 'end_index']
const movedToo = ['start', 'startIndex', 'start_char_index', 'start_index']
const others: Readonly<Record<string, string>> = {
  byteOffset: 'of arrays of bytes',
  end_block_index: 'blocks of a document have numbers that do not change',
  offset: 'paging',
  systemClockOffset: 'the clock of the client',
  start_block_index: 'blocks of a document have numbers that do not change',
  text_offset: 'counts in the list of tokens beside it',
}

const packages = [
  'openai',
  'openai7',
  '@anthropic-ai/sdk',
  '@aws-sdk/client-bedrock-runtime',
  '@google/genai',
  '@mistralai/mistralai',
  'cohere-ai',
  'groq-sdk',
  'voyageai',
]

const sounding =
  /\b((?:start|begin|end)(?:_?(?:char|block|text))?(?:_?(?:index|offset|pos|position))?|\w*_?offset)\??: (?:number|Array<number>|number\[\])/gi

describe('numbers that sound like positions', () => {
  it.each(packages)('are known: %s', name => {
    const found = new Set<string>()
    for (const file of declarationsOf(name)) {
      for (const [, field = ''] of readFileSync(file, 'utf8').matchAll(sounding)) found.add(field)
    }
    // Voyage has none.
    expect(found.size > 0 || name === 'voyageai').toBe(true)
    const known = new Set([...moved, ...movedToo, ...Object.keys(others)])
    expect([...found].filter(field => !known.has(field))).toEqual([])
  })
})

/** The declarations of a package, one of each kind of module. */
function declarationsOf(name: string): string[] {
  const root = join(modules, name)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.d\.m?ts$/.test(file) && !/(?:^|\/)(?:node_modules|commonjs)\//.test(file))
    .map(file => join(root, file))
    .filter(file => statSync(file).isFile())
}

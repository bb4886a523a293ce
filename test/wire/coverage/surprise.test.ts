/** The harness itself: a field that nobody knows is found, and named by its path. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openaiChat } from '../../../src/wire/providers/openai-chat.ts'
import { compileRules } from '../../../src/wire/rules.ts'
import { Allowed, coverAnswer, coverEvent, coverRequest, type Format, newCoverage } from './coverage.ts'
import { LeafReader, type TypeLeaf } from './leaves.ts'
import { SdkTypes } from './sdk-types.ts'

// An SDK as its next version may be.
const folder = mkdtempSync(join(tmpdir(), 'sdk-'))
writeFileSync(join(folder, 'package.json'), '{"name":"made-up","version":"9.9.9","type":"module"}')
mkdirSync(join(folder, 'types'))
writeFileSync(
  join(folder, 'types/chat.d.ts'),
  `interface Role { role: 'user' }
   interface Whisper { type: 'whisper'; breath: string; to: { names: string[]; at: number } }
   export interface Request { model: 'm'; messages: (Role & { content: string | Whisper[] })[]; tool_choice?: { mood: string } }
   export interface Answer { choices: { message: { content: string | null; whispered?: Whisper }; logprobs?: { hum: string } }[] }
   export interface Event { choices: { index: 0; delta: { content?: string; hummed?: string }; logprobs?: { hum: string } }[] }`,
)
afterAll(() => rmSync(folder, { recursive: true }))

function leavesOf(name: string): TypeLeaf[] {
  using types = SdkTypes.openFolder(folder, ['types/chat.d.ts'])
  return new LeafReader(types.checker, types.folder).leavesOf(types.type('types/chat.d.ts', name))
}

function surprises(cover: typeof coverRequest, name: string, format: Format): readonly string[] {
  const coverage = newCoverage()
  for (const leaf of leavesOf(name)) cover(coverage, 'POST /chat', leaf, format, new Allowed({}))
  return coverage.surprises
}

describe('a new field in a newer SDK', () => {
  it('has its path', () => {
    expect(leavesOf('Request').map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'messages[]<user>.content',
        'messages[]<user>.content[]<whisper>.breath',
        'messages[]<user>.content[]<whisper>.to.names[]',
        'tool_choice.mood',
      ]),
    )
  })

  it('is text and no surprise where no rule says otherwise', () => {
    const nothing = { ...openaiChat, request: compileRules({ root: {} }) }
    expect(surprises(coverRequest, 'Request', nothing)).toEqual([])
  })

  it('fails with its path where a rule would pass it on unread, or would not restore it', () => {
    const unread = (...paths: string[]) => compileRules({ root: Object.fromEntries(paths.map(path => [path, 'ID'])) })
    const format = {
      ...openaiChat,
      request: unread('tool_choice', 'messages[].content[].to'),
      answer: compileRules({ root: { 'choices[].logprobs': 'FIXED' } }),
      events: compileRules({ root: { 'choices[].logprobs': 'FIXED' } }),
    }
    expect(surprises(coverRequest, 'Request', format)).toEqual(
      expect.arrayContaining([
        'POST /chat tool_choice.mood: passed on unread as ID',
        'POST /chat messages[]<user>.content[]<whisper>.to.names[]: passed on unread as ID',
      ]),
    )
    expect(surprises(coverAnswer, 'Answer', format)).toEqual(['POST /chat choices[].logprobs.hum: not restored'])
    expect(surprises(coverEvent, 'Event', format)).toEqual(['POST /chat choices[].logprobs.hum: not restored'])
  })
})

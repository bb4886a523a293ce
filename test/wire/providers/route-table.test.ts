import { describe, expect, it } from 'vitest'
import { anthropicMessages } from '../../../src/wire/providers/anthropic-messages.ts'
import { generic } from '../../../src/wire/providers/generic.ts'
import { openaiChat } from '../../../src/wire/providers/openai-chat.ts'
import { RouteTable } from '../../../src/wire/providers/route-table.ts'

const table = new RouteTable([
  { family: 'openai', path: 'things/{id}', format: generic },
  { family: 'openai', path: 'things/new', format: openaiChat },
  { family: 'openai', path: 'things/{id}/parts/**', format: anthropicMessages },
  { family: 'gemini', path: 'models/{model}:ask', format: generic },
  { family: 'cohere', path: 'v2/chat', format: generic },
  { family: 'mistral', path: 'v2/chat', format: openaiChat },
  { family: 'anthropic', path: 'ask/anything', format: anthropicMessages, anywhere: true },
])

function find(path: string, ...families: ('openai' | 'gemini' | 'cohere' | 'mistral')[]): string | null {
  return table.find(path, families)?.format.name ?? null
}

describe('a route', () => {
  it('is the end of a path at a segment border, with or without a slash behind it', () => {
    expect(find('/v1/things/new', 'openai')).toBe('openai-chat')
    expect(find('/any/prefix/things/new/', 'openai')).toBe('openai-chat')
    expect(find('/v1/somethings/new', 'openai')).toBeNull()
    expect(find('/v1/things/new/more', 'openai')).toBeNull()
  })

  it('with a wildcard takes one segment, and holds only where no exact route does', () => {
    expect(find('/v1/things/a1', 'openai')).toBe('generic')
    expect(find('/v1/things', 'openai')).toBeNull()
    expect(find('/v1/things/', 'openai')).toBeNull()
    expect(find('/v1beta/models/m-1:ask', 'gemini')).toBe('generic')
    expect(find('/v1beta/models/m-1:tell', 'gemini')).toBeNull()
  })

  it('of more segments holds before a shorter one, wherever they stand in the table', () => {
    const both = new RouteTable([
      { family: 'openai', path: 'chat', format: generic },
      { family: 'openai', path: 'v2/chat', format: openaiChat },
    ])
    expect(both.find('/v2/chat', ['openai'])?.format.name).toBe('openai-chat')
    expect(both.find('/v1/chat', ['openai'])?.format.name).toBe('generic')
  })

  it('takes everything below where it ends in two stars', () => {
    expect(find('/things/a/parts', 'openai')).toBe('anthropic-messages')
    expect(find('/things/a/parts/b/c', 'openai')).toBe('anthropic-messages')
  })

  it('holds only for its family, and of several the family named first wins', () => {
    expect(find('/v2/chat', 'openai')).toBeNull()
    expect(find('/v2/chat', 'mistral', 'cohere')).toBe('openai-chat')
    expect(find('/v2/chat', 'cohere', 'mistral')).toBe('generic')
  })

  it('that holds anywhere is found on hosts of another family and on unknown ones', () => {
    expect(find('/ask/anything', 'openai')).toBe('anthropic-messages')
    expect(table.findAnywhere('/ask/anything')?.format.name).toBe('anthropic-messages')
    expect(table.findAnywhere('/v2/chat')).toBeNull()
  })

  it('cannot hold anywhere with a wildcard at its end, which is a mistake in the table', () => {
    const mistake = { family: 'openai', path: 'x/{id}', format: generic, anywhere: true } as const
    expect(() => new RouteTable([mistake])).toThrow(TypeError)
  })
})

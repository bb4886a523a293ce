import { describe, expect, it } from 'vitest'
import { coverSdk } from './sdk-coverage.ts'

const covered = coverSdk({
  packageName: '@anthropic-ai/sdk',
  origin: 'https://api.anthropic.com',
  leftOut: [{ path: /^\/v1\/organizations\//, reason: 'administration of accounts with an admin key: no prompts' }],
  generic: [
    { path: /^\/v1\/models/, reason: 'names of models' },
    {
      path: /^\/v1\/(?:agents|deployment|dreams|environments|files|memory_stores|sessions|skills|tunnels|user_profiles|vaults)/,
      reason: 'beta endpoints with few protocol fields: all text',
    },
  ],
  request: {
    'ids that the provider or the application gave out': [
      'container',
      'custom_id',
      'file_id',
      'skill_id',
      'tool_id',
      'tool_use_id',
      '**.container.id',
      '**.content[].id',
    ],
    'names by which a call finds its tool or its server': [
      'server_name',
      'tool_name',
      'toolset_name',
      '**.content[].name',
      '**.mcp_servers[].name',
      '**.tool_choice.name',
      '**.tools[].name',
      '**.input_schema.required',
    ],
    'models, versions and regions: words of the protocol': ['inference_geo', 'model', 'version'],
    'seals, which have to come back as they are': [
      'encrypted_content',
      'encrypted_index',
      'encrypted_stdout',
      'fallback_credit_token',
      'signature',
      '**.content[]<redacted_thinking>.data',
      '**.fallback_credit_token.token',
    ],
    'credentials for other systems, never logged and never changed': ['authorization_token'],
  },
  answer: {
    'seals, which have to come back as they are': [
      'encrypted_content',
      'encrypted_index',
      'encrypted_stdout',
      'signature',
      '**<redacted_thinking>.data',
    ],
    'content of files in base64': ['**<base64>.data'],
    'counts of tokens, with the models they were counted for': ['**.usage.**'],
  },
})

describe(`every place of @anthropic-ai/sdk ${covered.version}`, () => {
  it('in a request is scrubbed, removed, refused, or passed on for a reason', () => {
    expect(covered.request.surprises).toEqual([])
    expect(covered.request.leaves).toBeGreaterThan(4_000)
    expect(covered.request.removed).toBeGreaterThan(50)
    expect(covered.request.media).toBeGreaterThan(100)
  })

  it('in an answer and in an event has its placeholders restored, or is left alone for a reason', () => {
    expect(covered.answer.surprises).toEqual([])
    expect(covered.events.surprises).toEqual([])
    expect(covered.answer.leaves).toBeGreaterThan(1_000)
    expect(covered.events.leaves).toBeGreaterThan(500)
  })

  it('belongs to an endpoint whose path is known', () => {
    expect(covered.unknown).toEqual([])
  })

  it('needs every line of the list of exceptions', () => {
    expect(covered.unused).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { modelInPath } from '../../../src/wire/providers/model.ts'
import { isStreamed } from '../../../src/wire/streamed.ts'

describe('the model of a path', () => {
  it.each([
    ['/v1beta/models/gemini-2.5-flash:generateContent', 'gemini-2.5-flash'],
    ['/v1/projects/p/locations/europe-west1/publishers/google/models/gemini-3:streamGenerateContent', 'gemini-3'],
    ['/v1/projects/p/locations/eu/publishers/anthropic/models/claude-x@20260101:rawPredict', 'claude-x@20260101'],
    ['/v1beta/tunedModels/mine:generateContent', 'mine'],
    ['/model/eu.anthropic.claude-x-v1%3A0/converse-stream', 'eu.anthropic.claude-x-v1:0'],
    ['/model/amazon.titan-x:1/invoke', 'amazon.titan-x:1'],
    ['/openai/deployments/my-gpt/chat/completions', 'my-gpt'],
    ['/v1/models/owner/name/predictions', 'owner/name'],
    ['/hf-inference/models/owner/name', 'owner/name'],
    ['/hf-inference/models/bert-x', 'bert-x'],
    ['/v1/chat/completions', null],
    ['/v1/models', null],
    ['/model/%E0%A4%A/converse', null],
  ])('%s is %s', (path, model) => {
    expect(modelInPath(path)).toBe(model)
  })
})

describe('an answer', () => {
  it.each([
    ['text/event-stream', '/v1/responses', true],
    ['application/x-ndjson', '/api/chat', true],
    ['application/stream+json', '/v1/chat', true],
    ['application/vnd.amazon.eventstream', '/model/m/converse-stream', true],
    ['application/json', '/v1beta/models/m:streamGenerateContent', true],
    ['application/json', '/v1beta/models/m:generateContent', false],
    ['text/plain', '/v1/audio/transcriptions', false],
  ])('of type %s to %s is a stream: %s', (type, path, streamed) => {
    expect(isStreamed(type, path)).toBe(streamed)
  })
})

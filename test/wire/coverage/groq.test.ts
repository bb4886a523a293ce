import { describe, expect, it } from 'vitest'
import { coverSdk } from './sdk-coverage.ts'

const covered = coverSdk({
  packageName: 'groq-sdk',
  origin: 'https://api.groq.com',
  leftOut: [],
  generic: [{ path: /\/models/, reason: 'names of models' }],
  request: {
    'ids that the provider or the application gave out': [
      'input_file_id',
      'tool_call_id',
      '**.documents[].id',
      '**.tool_calls[].id',
    ],
    'names by which a call finds its tool or its form of answer': [
      '**.function.name',
      '**.function_call.name',
      '**.functions[].name',
      '**.json_schema.name',
    ],
    'models, voices, times and kinds: words of the protocol': [
      'completion_window',
      'model',
      'voice',
      '**.tools[].type',
    ],
  },
  answer: {
    'tokens: a placeholder spans several of them': ['token', '**.x_groq.debug.**'],
    'numbers in base64': ['embedding'],
  },
})

describe(`every place of groq-sdk ${covered.version}`, () => {
  it('in a request is scrubbed, removed, refused, or passed on for a reason', () => {
    expect(covered.request.surprises).toEqual([])
    expect(covered.request.leaves).toBeGreaterThan(50)
  })

  it('in an answer and in an event has its placeholders restored, or is left alone for a reason', () => {
    expect(covered.answer.surprises).toEqual([])
    expect(covered.events.surprises).toEqual([])
    expect(covered.answer.leaves).toBeGreaterThan(100)
    expect(covered.events.leaves).toBeGreaterThan(40)
  })

  it('belongs to an endpoint whose path is known', () => {
    expect(covered.unknown).toEqual([])
  })

  it('needs every line of the list of exceptions', () => {
    expect(covered.unused).toEqual([])
  })
})

/**
 * Everything a guarded host offers that has no format of its own here: every string is text on the way out and on the way
 * back. In streams, what stands in or under a field called `delta` grows, and so do the places listed below.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'

/** Where providers whose streams have no `delta` put the next piece of text. */
const growing: Shape = {
  // OpenAI completions and their like.
  'choices[].text': 'GROWS',
  'choices[].finish_reason': 'ENDS',
  // Gemini and Vertex.
  'candidates[].content.parts[].text': 'GROWS',
  'candidates[].finishReason': 'ENDS',
  // Ollama chat and generate.
  'message.content': 'GROWS',
  'message.thinking': 'GROWS',
  response: 'GROWS',
  thinking: 'GROWS',
  done: 'ENDS',
  // Cohere v1.
  text: 'GROWS',
  is_finished: 'ENDS',
  // Text generation inference.
  'token.text': 'GROWS',
  generated_text: 'ENDS',
  error: 'ENDS',
}

export const generic: WireFormat = {
  name: 'generic',
  request: compileRules({ root: {} }),
  promptOrder: ['tools', 'system', 'instructions', 'messages', 'input'],
  answer: compileRules({ root: {} }),
  events: compileRules({ root: growing }),
  endTypes: ['*done', '*stop', '*end', '*completed', '*failed', '*incomplete', '*error'],
  readModel: readModelField,
  addNote: () => {},
}

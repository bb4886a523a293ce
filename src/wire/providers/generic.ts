/**
 * Everything a guarded host offers that has no format of its own here: every string is text on the way out and on the way
 * back. In streams, what stands in or under a field called `delta` grows, and so do the places listed below.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'
import { openaiAnnotation, openaiPositions } from './openai-positions.ts'

/** What no provider means as text, at any depth: seals have to come back as they are, files cannot be read here. */
const anything: Shape = {
  '*': '$anything',
  '[]': '$anything',
  encrypted_content: 'OPAQUE',
  redactedContent: 'OPAQUE',
  signature: 'OPAQUE',
  thoughtSignature: 'OPAQUE',
  audio_url: 'MEDIA',
  'audio_url.url': 'MEDIA',
  bytes: 'MEDIA',
  file_data: 'MEDIA',
  file_url: 'MEDIA',
  'fileData.fileUri': 'MEDIA',
  image_url: 'MEDIA',
  'image_url.url': 'MEDIA',
  'images[]': 'MEDIA',
  'inlineData.data': 'MEDIA',
  'input_audio.data': 'MEDIA',
  'source<base64>.data': 'MEDIA',
  'source<url>.url': 'MEDIA',
  video_url: 'MEDIA',
  'video_url.url': 'MEDIA',
}

/** Completions and embeddings take token ids in place of text. */
const prompt: Shape = { ...anything, '': 'PROMPT', '[]': '$prompt' }

const request = compileRules({
  shapes: { anything, prompt },
  root: {
    ...anything,
    // Ollama: token ids of what was said before.
    context: '$prompt',
    input: '$prompt',
    prompt: '$prompt',
    metadata: 'IDENT',
    prompt_cache_key: 'IDENT',
    safety_identifier: 'IDENT',
    user: 'IDENT',
    user_location: 'IDENT',
  },
})

/** Lists of tokens at any depth: a placeholder spans several. Positions in texts, by the names that most providers give them. */
const answered: Shape = {
  '*': '$answered',
  '[]': '$answered',
  'annotations[]': '$annotation',
  logprobs: 'FIXED',
  prompt_logprobs: 'FIXED',
}

const answerShapes = { annotation: openaiAnnotation, answered }

/** Where providers whose streams have no `delta` put the next piece of text. */
const growing: Shape = {
  ...answered,
  'choices[].*': '$answered',
  'choices[].logprobs': 'FIXED',
  'choices[].prompt_logprobs': 'FIXED',
  'candidates[].*': '$answered',
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
  request,
  promptOrder: ['tools', 'system', 'instructions', 'messages', 'input'],
  answer: compileRules({ shapes: answerShapes, root: answered }),
  events: compileRules({ shapes: answerShapes, root: growing }),
  endTypes: ['*done', '*stop', '*end', '*completed', '*failed', '*incomplete', '*error'],
  positions: openaiPositions,
  readModel: readModelField,
  addNote: () => {},
}

/**
 * OpenAI pictures, speech and films: `…/images/*`, `…/audio/*`, `…/videos`. Prompts are text; the media themselves are bytes or
 * base64. Speech says a placeholder aloud: nothing can restore it. Fields not listed are text.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'
import { openaiIdentity } from './openai-shapes.ts'

const request = compileRules({
  root: {
    ...openaiIdentity,
    model: 'ID',
    prompt: 'TEXT',
    input: 'TEXT',
    instructions: 'TEXT',
    // Images to edit, films to start from: base64, data URLs, ids.
    'images[].file_id': 'ID',
    'images[].image_url': 'MEDIA',
    'mask.file_id': 'ID',
    'mask.image_url': 'MEDIA',
    'input_reference.file_id': 'ID',
    'input_reference.image_url': 'MEDIA',
    known_speaker_references: 'MEDIA',
    'video.id': 'ID',
    'characters[].id': 'ID',
    // Settings: numbers and enums.
    background: 'ID',
    input_fidelity: 'ID',
    language: 'ID',
    moderation: 'ID',
    n: 'ID',
    output_compression: 'ID',
    output_format: 'ID',
    partial_images: 'ID',
    quality: 'ID',
    response_format: 'ID',
    seconds: 'ID',
    size: 'ID',
    speed: 'ID',
    stream_format: 'ID',
    style: 'ID',
    temperature: 'ID',
    voice: 'ID',
  },
})

/** Times of words and segments are seconds, not positions in the text. */
const media: Shape = {
  id: 'ID',
  object: 'ID',
  type: 'ID',
  model: 'ID',
  status: 'ID',
  b64_json: 'MEDIA',
  'data[].b64_json': 'MEDIA',
  'data[].url': 'FIXED',
  logprobs: 'FIXED',
  'segments[].tokens': 'FIXED',
  usage: 'FIXED',
}

export const openaiMedia: WireFormat = {
  name: 'openai-media',
  request,
  promptOrder: ['instructions', 'prompt', 'input'],
  answer: compileRules({ root: media }),
  events: compileRules({
    root: { ...media, '<transcript.text.delta>.delta': 'GROWS', audio: 'MEDIA', segment_id: 'ID' },
  }),
  endTypes: ['*.done', '*.completed', 'error'],
  readModel: readModelField,
  addNote: () => {},
}

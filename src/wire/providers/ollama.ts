/**
 * Ollama: `POST …/api/chat`, `/api/generate`, `/api/embed`, `/api/embeddings`, `/api/create`, `/api/show`, and the searches of
 * the cloud. Streams lines of JSON unless the request says `stream: false`. Fields not listed are text.
 * Facts: ollama 0.6.4.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { jsonSchema } from './json-schema.ts'
import { readModelField } from './model.ts'
import { addSystemMessage } from './note.ts'

/** Arguments of tools are objects, not JSON in a string. */
const message: Shape = {
  role: 'ID',
  content: 'TEXT',
  images: 'MEDIA',
  thinking: 'TEXT',
  tool_call_id: 'ID',
  tool_name: 'ID',
  'tool_calls[].id': 'ID',
  'tool_calls[].type': 'ID',
  'tool_calls[].function.arguments': 'VALUE',
  'tool_calls[].function.index': 'ID',
  'tool_calls[].function.name': 'ID',
}

/** Settings of the model: numbers, apart from the sequences that stop it. */
const options: Shape = {
  frequency_penalty: 'ID',
  main_gpu: 'ID',
  min_p: 'ID',
  mirostat: 'ID',
  mirostat_eta: 'ID',
  mirostat_tau: 'ID',
  num_batch: 'ID',
  num_ctx: 'ID',
  num_gpu: 'ID',
  num_keep: 'ID',
  num_predict: 'ID',
  num_thread: 'ID',
  presence_penalty: 'ID',
  repeat_last_n: 'ID',
  repeat_penalty: 'ID',
  seed: 'ID',
  stop: 'TEXT',
  temperature: 'ID',
  tfs_z: 'ID',
  top_k: 'ID',
  top_p: 'ID',
  typical_p: 'ID',
}

/** Token ids in place of a text: nobody here can read them. */
const prompt: Shape = { '': 'PROMPT', '[]': '$prompt' }

const shapes = { message, options, prompt, schema: jsonSchema }

const request = compileRules({
  shapes,
  root: {
    model: 'ID',
    'messages[]': '$message',
    'tools[].type': 'ID',
    'tools[].function.name': 'ID',
    'tools[].function.description': 'TEXT',
    'tools[].function.parameters': '$schema',
    // `json`, or the schema of the answer.
    format: '$schema',
    images: 'MEDIA',
    // What was said before.
    context: '$prompt',
    input: '$prompt',
    prompt: '$prompt',
    options: '$options',
    parameters: '$options',
    // Models by name, files by hash.
    adapters: 'ID',
    'adapters.*': 'ID',
    files: 'ID',
    'files.*': 'ID',
    from: 'ID',
    name: 'ID',
    quantize: 'ID',
    // Settings: numbers and enums.
    dimensions: 'ID',
    height: 'ID',
    keep_alive: 'ID',
    max_results: 'ID',
    steps: 'ID',
    think: 'ID',
    top_logprobs: 'ID',
    width: 'ID',
  },
})

/** Vectors, token ids and token lists are left alone: a placeholder spans several tokens. */
const answerBeside: Shape = {
  context: 'FIXED',
  created_at: 'ID',
  digest: 'ID',
  done_reason: 'ID',
  embedding: 'FIXED',
  embeddings: 'FIXED',
  image: 'MEDIA',
  logprobs: 'FIXED',
  'messages[]': '$message',
  model: 'ID',
  model_info: 'FIXED',
  modified_at: 'ID',
}

const events = compileRules({
  shapes,
  root: {
    ...answerBeside,
    done: 'ENDS',
    error: 'ENDS',
    'message.role': 'ID',
    'message.content': 'GROWS',
    'message.images': 'MEDIA',
    'message.thinking': 'GROWS',
    'message.tool_name': 'ID',
    'message.tool_calls[].id': 'ID',
    'message.tool_calls[].function.arguments': 'VALUE',
    'message.tool_calls[].function.name': 'ID',
    response: 'GROWS',
    thinking: 'GROWS',
  },
})

export const ollama: WireFormat = {
  name: 'ollama',
  request,
  promptOrder: ['tools', 'format', 'system', 'messages', 'template', 'prompt', 'suffix'],
  answer: compileRules({ shapes, root: { ...answerBeside, message: '$message' } }),
  events,
  endTypes: [],
  readModel: readModelField,
  addNote: addSystemMessage,
}

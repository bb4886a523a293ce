/**
 * What OpenAI keeps for its users: files, uploads, batches, vector stores, containers, skills, evaluations, fine-tuning jobs,
 * realtime sessions. Many small objects with the same few protocol fields, which are named here wherever they stand.
 * Everything else is text; what users bring themselves (items, samples, attributes) is read whole.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'
import { openaiShapes } from './openai-shapes.ts'

const record: Shape = {
  '*': '$record',
  '[]': '$record',
  id: 'ID',
  object: 'ID',
  type: 'ID',
  role: 'ID',
  status: 'ID',
  model: 'ID',
  purpose: 'ID',
  endpoint: 'ID',
  chunking_strategy: 'ID',
  completion_window: 'ID',
  container_id: 'ID',
  evaluation_metric: 'ID',
  expires_after: 'ID',
  file_id: 'ID',
  file_ids: 'ID',
  hyperparameters: 'ID',
  image_tag: 'ID',
  input_file_id: 'ID',
  md5: 'ID',
  mime_type: 'ID',
  operation: 'ID',
  part_ids: 'ID',
  ranking_options: 'ID',
  reasoning_effort: 'ID',
  suffix: 'TEXT',
  training_file: 'ID',
  validation_file: 'ID',
  vector_store_ids: 'ID',
  filename: 'NAME',
  // Realtime sessions and evaluations ask models, with tools and formats as everywhere.
  'tools[]': '$tool',
  tool_choice: 'ID',
  prompt: '$storedPrompt',
  response_format: '$answerFormat',
  format: '$answerFormat',
  network_policy: '$network',
  'skills[]': '$skill',
  item_schema: '$schema',
  filters: '$filter',
  image_url: 'MEDIA',
  'image_url.url': 'MEDIA',
  'input_audio.data': 'MEDIA',
  // What users bring themselves.
  attributes: 'VALUE',
  item: 'VALUE',
  model_sample: 'TEXT',
  sample: 'VALUE',
  // Who it is about.
  metadata: 'IDENT',
  safety_identifier: 'IDENT',
  user: 'IDENT',
}

const shapes = { ...openaiShapes, record }

const answer = compileRules({ shapes: openaiShapes, root: { usage: 'FIXED', 'client_secret.value': 'FIXED' } })

export const openaiResources: WireFormat = {
  name: 'openai-resources',
  request: compileRules({ shapes, root: record }),
  promptOrder: ['instructions', 'input'],
  answer,
  events: answer,
  endTypes: ['error'],
  readModel: readModelField,
  addNote: () => {},
}

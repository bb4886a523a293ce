/**
 * Mistral conversations and the agents they run: `…/v1/conversations`, `…/v1/agents`. Fields not listed are text.
 * Facts: @mistralai/mistralai 2.7.0.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { mistralShapes } from './mistral-content.ts'
import { readModelField } from './model.ts'

/** One entry of a conversation, said by somebody or done by a tool. Agents have names that people gave them. */
const entry: Shape = {
  type: 'ID',
  agent_id: 'ID',
  completed_at: 'ID',
  confirmation_status: 'ID',
  created_at: 'ID',
  id: 'ID',
  model: 'ID',
  next_agent_id: 'ID',
  object: 'ID',
  prefix: 'ID',
  previous_agent_id: 'ID',
  role: 'ID',
  tool_call_id: 'ID',
  '<function.call|tool.execution>.name': 'ID',
  arguments: 'JSONTEXT',
  content: 'TEXT',
  'content[]': '$chunk',
  info: 'VALUE',
}

const shapes = { ...mistralShapes, entry }

const request = compileRules({
  shapes,
  root: {
    agent_id: 'ID',
    agent_version: 'ID',
    completion_args: '$settings',
    from_entry_id: 'ID',
    'guardrails[]': 'ID',
    handoff_execution: 'ID',
    handoffs: 'ID',
    'inputs[]': '$entry',
    metadata: 'IDENT',
    model: 'ID',
    'tool_confirmations[].confirmation': 'ID',
    'tool_confirmations[].tool_call_id': 'ID',
    'tools[]': '$tool',
  },
})

const answerRoot: Shape = {
  agent_id: 'ID',
  completion_args: '$settings',
  conversation_id: 'ID',
  created_at: 'ID',
  'entries[]': '$entry',
  handoffs: 'ID',
  id: 'ID',
  'messages[]': '$entry',
  model: 'ID',
  object: 'ID',
  'outputs[]': '$entry',
  'tools[]': '$tool',
  updated_at: 'ID',
  usage: 'FIXED',
}

/** The content of a message is a text, or one chunk. Events of one output share `output_index` and `content_index`. */
const events = compileRules({
  shapes,
  root: {
    type: 'ID',
    agent_id: 'ID',
    conversation_id: 'ID',
    created_at: 'ID',
    id: 'ID',
    model: 'ID',
    next_agent_id: 'ID',
    previous_agent_id: 'ID',
    role: 'ID',
    tool_call_id: 'ID',
    usage: 'FIXED',
    '<message.output.delta>.content': 'GROWS',
    '<message.output.delta>.content.type': 'ID',
    '<message.output.delta>.content.text': 'GROWS',
    '<message.output.delta>.content.thinking': 'RUN',
    '<message.output.delta>.content.thinking[]': '$streamedThought',
    '<message.output.delta>.content.signature': 'SEAL',
    '<message.output.delta>.content.file_id': 'ID',
    '<message.output.delta>.content.image_url': 'MEDIA',
    '<message.output.delta>.content.image_url.url': 'MEDIA',
    '<message.output.delta>.content.reference_ids': 'ID',
    '<function.call.delta>.name': 'ID',
    '<function.call.delta>.arguments': 'JSON_GROWS',
    '<tool.execution.started>.arguments': 'JSONTEXT',
    '<tool.execution.delta>.arguments': 'JSON_GROWS',
    '<tool.execution.started|tool.execution.delta|tool.execution.done>.name': 'ID',
    '<tool.execution.done>.info': 'VALUE',
  },
})

export const mistralConversations: WireFormat = {
  name: 'mistral-conversations',
  request,
  promptOrder: ['instructions', 'tools', 'inputs'],
  answer: compileRules({ shapes, root: answerRoot }),
  events,
  endTypes: ['tool.execution.done', 'conversation.response.done', 'conversation.response.error'],
  readModel: readModelField,
  addNote: () => {},
}

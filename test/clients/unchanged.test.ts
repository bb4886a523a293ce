import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { sendJson, Upstream } from '../kit/upstream.ts'

let guard: Guard

afterEach(async () => await guard.close())

const seal = Buffer.from('sealed by the provider of the model').toString('base64')

/** Bodies without personal data, written as no serializer would: odd digits, blanks, escapes, duplicate keys. */
const bodies: [provider: string, path: string, body: string][] = [
  [
    'openai',
    '/v1/responses',
    `{"model":"gpt-5","store":false,"temperature":1.0,"max_output_tokens":1e3,"reasoning":{"effort":"low"},"include":["reasoning.encrypted_content"],
      "input":[{"role":"user","content":"What is 2 \\u002b 2?"},{"type":"reasoning","id":"rs_0123456789abcdef","summary":[],"encrypted_content":"${seal}"},{"type":"function_call","call_id":"call_8Xn2","name":"add","arguments":"{\\"a\\": 1.0, \\"b\\":12345678901234567890}"},{"type":"function_call_output","call_id":"call_8Xn2","output":"{\\"sum\\":4.00}"},{"type":"item_reference","id":"msg_0123456789abcdef"}],
      "tools":[{"type":"function","name":"add","strict":true,"parameters":{"type":"object","properties":{"a":{"type":"number","minimum":0.10}},"required":["a"],"additionalProperties":false}}],"tool_choice":{"type":"function","name":"add"},"unheard_of" : [ true , null ]}`,
  ],
  [
    'openai',
    '/v1/chat/completions',
    '{"model":"gpt-5","seed":9007199254740993,"n":1,"n":2,"logit_bias":{"50256":-100},"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"call_8Xn2","type":"function","function":{"name":"add","arguments":"{\\"a\\": 1.0}"}}]},{"role":"tool","tool_call_id":"call_8Xn2","content":"4.00"}],"stream_options":{"include_usage":true}}',
  ],
  [
    'anthropic',
    '/v1/messages',
    `{"model":"claude-x","max_tokens":1024,"temperature":1.0,"top_p":0.950,"thinking":{"type":"enabled","budget_tokens":2048},"messages":[{"role":"user","content":[{"type":"document","source":{"type":"text","media_type":"text/plain","data":"2 \u002b 2 is 4"},"citations":{"enabled":true}}]},{"role":"assistant","content":[{"type":"thinking","thinking":"so","signature":"${seal}"},{"type":"redacted_thinking","data":"${seal}"},{"type":"text","text":"4","citations":[{"type":"char_location","cited_text":"is 4","document_index":0,"start_char_index":6,"end_char_index":10}]},{"type":"tool_use","id":"toolu_01A","name":"add","input":{"a":1.0,"b":12345678901234567890}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_01A","content":"4.00","cache_control":{"type":"ephemeral"}}]}],"tool_choice":{"type":"tool","name":"add"},"unheard_of" : [ true , null ]}`,
  ],
  [
    'bedrock',
    '/model/eu.anthropic.claude-x-v1%3A0/converse',
    `{"messages":[{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"so","signature":"${seal}"}}},{"toolUse":{"toolUseId":"tooluse_1A","name":"add","input":{"a":1.0,"a":2.50}}}]}],"inferenceConfig":{"temperature":0.70,"topP":1.0},"additionalModelRequestFields":{"top_k":50,"big":9007199254740993}}`,
  ],
  [
    'cohere',
    '/v1/chat',
    '{"message":"What is 2 + 2?","chat_history":[{"role":"CHATBOT","message":"4","tool_calls":[{"name":"add","parameters":{"a":1.0}}]}],"temperature":0.30,"k":0,"p":0.750,"seed":9007199254740993}',
  ],
  [
    'gemini',
    '/v1beta/interactions',
    `{"model":"gemini-x","store":false,"input":[{"type":"thought","signature":"${seal}","summary":[{"type":"text","text":"so"}]},{"type":"function_call","id":"c-1","name":"add","arguments":{"a":1.0,"b":1e3}}],"generation_config":{"temperature":1.0}}`,
  ],
  [
    'gemini',
    '/v1beta/models/gemini-2.5-pro:generateContent',
    `{"contents":[{"role":"user","parts":[{"text":"What is 2 \\u002b 2?"}]},{"role":"model","parts":[{"functionCall":{"id":"call-7","name":"add","args":{"a":1.0,"b":12345678901234567890,"c":1e3}},"thoughtSignature":"${seal}"}]}],
      "toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["add"]}},"generationConfig":{"temperature":1.0,"topP":0.950,"responseMimeType":"application/json","responseSchema":{"type":"OBJECT","propertyOrdering":["sum"]}},
      "safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_NONE"}],"unheard_of" : [ true , null ]}`,
  ],
  [
    'mistral',
    '/v1/chat/completions',
    `{"model":"mistral-large-latest","temperature":0.70,"temperature":0.7,"random_seed":42,"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":[{"type":"text","text":"so"}],"signature":"${seal}"}],"tool_calls":[{"id":"D681PevKs","function":{"name":"add","arguments":"{\\"a\\": 1.0}"}}]}],"tool_choice":"any"}`,
  ],
  [
    'cohere',
    '/v2/chat',
    '{"model":"command-a-03-2025","messages":[{"role":"user","content":"What is 2 + 2?"}],"documents":[{"id":"doc-1","data":{"ratio":0.10}}],"k":0,"p":0.750,"citation_options":{"mode":"FAST"},"stream":true}',
  ],
  [
    'ollama',
    '/api/chat',
    '{"model":"llama3.2:latest","messages":[{"role":"user","content":"What is 2 + 2?"}],"options":{"temperature":0.50,"num_ctx":8192,"seed":9007199254740993},"format":"json","keep_alive":"5m"}',
  ],
]

describe('a body without personal data', () => {
  it.each(bodies)('leaves byte for byte for %s%s', async (provider, path, body) => {
    await using upstream = await Upstream.start((_, res) => sendJson(res, {}))
    guard = createGuard({ providers: { [provider]: { baseUrl: upstream.origin } } })
    await guard.fetch(upstream.origin + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(upstream.received[0]!.body.toString('utf8')).toBe(body)
  })
})

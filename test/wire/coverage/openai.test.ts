import { describe, expect, it } from 'vitest'
import { coverSdk, type SdkCase } from './sdk-coverage.ts'

const openai: Omit<SdkCase, 'packageName'> = {
  origin: 'https://api.openai.com/v1',
  leftOut: [
    { path: /^\/(?:organization|projects)\//, reason: 'administration of accounts with an admin key: no prompts' },
  ],
  generic: [
    { path: /^\/models/, reason: 'names of models' },
    {
      path: /^\/(?:agents|content_provenance_checks|decisions|live|safety|vaults|webhook_)/,
      reason: 'preview endpoints of openai 7: all text until their protocol fields are known',
    },
  ],
  request: {
    'ids that the provider gave out': [
      'approval_request_id',
      'assistant_id',
      'call_id',
      'comparison_response_id',
      'caller_id',
      'container',
      'container_id',
      'conversation',
      'file_id',
      'file_ids',
      'input_file_id',
      'part_ids',
      'previous_response_id',
      'skill_id',
      'tool_call_id',
      'training_file',
      'tunnel_id',
      'validation_file',
      'vector_store_ids',
      '**.audio.id',
      '**.conversation.id',
      '**.data_source.source.id',
      '**.input[].id',
      '**.items[].id',
      '**.prompt.id',
      '**.tool_calls[].id',
      '**.voice.id',
      '**.workflow.id',
      '**.acknowledged_safety_checks[].id',
      '**.pending_safety_checks[].id',
    ],
    'names by which a call finds its tool, its server, its agent or its form of answer': [
      'agent_name',
      'author',
      'namespace',
      'recipient',
      'server_label',
      'tool_names',
      '**.allowed_tools',
      '**.format.name',
      '**.function.name',
      '**.custom.name',
      '**.function_call.name',
      '**.functions[].name',
      '**.input[].name',
      '**.items[].name',
      '**.json_schema.name',
      '**.tool_choice',
      '**.tool_choice.name',
      '**.tool_choice.tools[].*',
      '**.tool_choice.allowed_tools.tools[].*',
      '**.tools[].name',
    ],
    'models, voices, versions, sizes, roles and kinds: words of the protocol': [
      'image_tag',
      'mime_type',
      'mode',
      'model',
      'role',
      'size',
      'version',
      'voice',
      '**.acknowledged_safety_checks[].code',
      '**.context_management[].type',
      '**.keys',
      '**.pending_safety_checks[].code',
    ],
    'field names and hosts that a search or a network is limited to': [
      'allowed_domains',
      'domain',
      '**.domain_secrets[].name',
      '**.filters.key',
    ],
    'hashes and seals, which have to come back as they are': ['encrypted_content', 'fingerprint', 'md5'],
    'credentials for other systems, never logged and never changed': [
      'authorization',
      '**.domain_secrets[].value',
      '**.headers.*',
    ],
  },
  answer: {
    'media in base64, and addresses of media': [
      'b64_json',
      'file_data',
      'file_url',
      'image_url',
      'partial_image_b64',
      '**.audio.data',
      '**.data[].url',
      '**.image_url.url',
      '**.outputs[].url',
      '**.source.data',
      '**<image_generation_call>.result',
      '<response.audio.delta>.delta',
    ],
    'tokens: a placeholder spans several of them': ['token', 'tokens', '**.logprobs.tokens'],
    'hashes and seals': ['encrypted_content', 'fingerprint'],
    'keys of sessions': ['**.client_secret.value'],
    'padding that hides how long a token is': ['obfuscation'],
  },
}

// The newest of each major that is in use; the second may have places that the first does not know.
describe.each(['openai', 'openai7'])('every place of %s', packageName => {
  const covered = coverSdk({ ...openai, packageName })

  it('in a request is scrubbed, removed, refused, or passed on for a reason', () => {
    expect(covered.request.surprises).toEqual([])
    expect(covered.request.leaves).toBeGreaterThan(3_000)
    expect(covered.request.removed).toBeGreaterThan(50)
    expect(covered.request.media).toBeGreaterThan(50)
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
    // Places that only the newer major has.
    const newer = packageName === 'openai' ? ['comparison_response_id', 'obfuscation'] : []
    expect(covered.unused).toEqual(newer)
  })
})

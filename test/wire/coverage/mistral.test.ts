import { describeTypes } from './describe-coverage.ts'
import type { TypeCase } from './sdk-coverage.ts'

const snakeCase = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** What is sent is typed as it is on the wire. */
function sent(file: string, type: string, path: string): TypeCase {
  return {
    file: `esm/models/components/${file}.d.ts`,
    type: `${type}$Outbound`,
    as: 'request',
    url: `https://api.mistral.ai/v1/${path}`,
  }
}

/** What comes back is typed as applications get it. */
function answered(file: string, type: string, path: string, as: 'answer' | 'event'): TypeCase {
  return {
    file: `esm/models/components/${file}.d.ts`,
    type,
    as,
    url: `https://api.mistral.ai/v1/${path}`,
    spell: snakeCase,
  }
}

describeTypes(
  {
    packageName: '@mistralai/mistralai',
    cases: [
      sent('chatcompletionrequest', 'ChatCompletionRequest', 'chat/completions'),
      sent('agentscompletionrequest', 'AgentsCompletionRequest', 'agents/completions'),
      sent('fimcompletionrequest', 'FIMCompletionRequest', 'fim/completions'),
      sent('conversationrequest', 'ConversationRequest', 'conversations'),
      sent('embeddingrequest', 'EmbeddingRequest', 'embeddings'),
      sent('ocrrequest', 'OCRRequest', 'ocr'),
      sent('chatmoderationrequest', 'ChatModerationRequest', 'chat/moderations'),
      sent('classificationrequest', 'ClassificationRequest', 'classifications'),
      answered('chatcompletionresponse', 'ChatCompletionResponse', 'chat/completions', 'answer'),
      answered('completionchunk', 'CompletionChunk', 'chat/completions', 'event'),
      answered('conversationresponse', 'ConversationResponse', 'conversations', 'answer'),
      answered('ocrresponse', 'OCRResponse', 'ocr', 'answer'),
    ],
    request: {
      'ids that the provider or the application gave out': [
        'agent_id',
        'connector_id',
        'file_id',
        'library_ids',
        'next_agent_id',
        'previous_agent_id',
        'reference_ids',
        'tool_call_id',
        '**.inputs[].id',
        '**.tool_calls[].id',
      ],
      'names by which a call finds its tool or its form of answer': [
        'exclude',
        'include',
        'requires_confirmation',
        'tool',
        '**.function.name',
        '**.input[].name',
        '**.input[][].name',
        '**.inputs[].name',
        '**.json_schema.name',
        '**.messages[].name',
        '**.tool_choice',
      ],
      'models, formats, times and kinds: words of the protocol': [
        'action',
        'agent_version',
        'completed_at',
        'confidence_scores_granularity',
        'confirmation_status',
        'created_at',
        'detail',
        'encoding_format',
        'file_type',
        'handoff_execution',
        'model',
        'model_name',
        'pages',
        'prompt_mode',
        'reasoning_effort',
        'service_tier',
        'table_format',
        '**.inputs[].role',
        '**.bbox_annotation_format.type',
        '**.document_annotation_format.type',
        '**.response_format.type',
        '**.tool_calls[].type',
        '**.tool_choice.type',
      ],
      'seals, which have to come back as they are': ['signature'],
      'credentials for other systems, never logged and never changed': ['**.authorization.value'],
    },
    answer: {
      'media in base64, and addresses of media': [
        'document_url',
        'image_base64',
        'image_url',
        'input_audio',
        '**.image_url.url',
      ],
      'seals, which have to come back as they are': ['signature'],
      'counts of tokens': ['**.usage.**'],
    },
  },
  { sent: 300, answered: 50 },
)

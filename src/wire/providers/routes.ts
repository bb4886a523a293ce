/**
 * Which wire format a path speaks, as a table. A pattern is the end of a path, at a segment border: `chat/completions` is
 * `/v1/chat/completions` as well as `/openai/deployments/x/chat/completions`. `{…}` is any one segment, or what stands in its
 * place beside a colon (`models/{model}:generateContent`); `/**` at the end is everything below. Patterns without a
 * `{…}` or `**` at the end are asked first; among several the longest holds, and among equals the first in the table.
 *
 * A route holds for hosts that speak its family (`speaks` in hosts.ts). `anywhere` routes hold on every guarded host, and
 * on hosts nobody named too: only shapes that no other kind of service has, if need be with a header that proves it.
 */
import type { WireFormatName } from '../../options.ts'
import type { WireFormat } from '../format.ts'
import { anthropicBatches } from './anthropic-batches.ts'
import { anthropicComplete } from './anthropic-complete.ts'
import { anthropicMessages } from './anthropic-messages.ts'
import { bedrockConverse } from './bedrock-converse.ts'
import { bedrockInvoke } from './bedrock-invoke.ts'
import { bedrockAsyncInvoke, bedrockCountTokens, bedrockGuardrail } from './bedrock-other.ts'
import { cohereChat } from './cohere-chat.ts'
import { cohereChatV1 } from './cohere-chat-v1.ts'
import { cohereTexts } from './cohere-texts.ts'
import { gemini } from './gemini.ts'
import { geminiInteractions } from './gemini-interactions.ts'
import { huggingface } from './huggingface.ts'
import { langsmith } from './langsmith.ts'
import { mistralChat } from './mistral-chat.ts'
import { mistralConversations } from './mistral-conversations.ts'
import { mistralOcr } from './mistral-ocr.ts'
import { ollama } from './ollama.ts'
import { openaiAssistants } from './openai-assistants.ts'
import { openaiChat } from './openai-chat.ts'
import { openaiCompletions } from './openai-completions.ts'
import { openaiInputs } from './openai-inputs.ts'
import { openaiMedia } from './openai-media.ts'
import { openaiResources } from './openai-resources.ts'
import { openaiResponses } from './openai-responses.ts'
import { replicate } from './replicate.ts'
import { vercelGateway } from './vercel-gateway.ts'
import { voyage } from './voyage.ts'

export interface Route {
  readonly family: WireFormatName
  readonly path: string
  readonly format: WireFormat
  readonly anywhere?: true | { readonly header: string }
}

/** OpenAI's own client sends it; on hosts nobody named it proves the less telling paths. */
const fromOpenai = { header: 'x-stainless-lang' }

export const routes: readonly Route[] = [
  { family: 'openai', path: 'chat/completions', format: openaiChat, anywhere: true },
  { family: 'openai', path: 'chat/completions/**', format: openaiChat },
  { family: 'openai', path: 'responses', format: openaiResponses, anywhere: fromOpenai },
  { family: 'openai', path: 'responses/**', format: openaiResponses },
  { family: 'openai', path: 'conversations/**', format: openaiResponses },
  { family: 'openai', path: 'completions', format: openaiCompletions, anywhere: fromOpenai },
  { family: 'openai', path: 'embeddings', format: openaiInputs, anywhere: fromOpenai },
  { family: 'openai', path: 'moderations', format: openaiInputs },
  { family: 'openai', path: 'audio/**', format: openaiMedia },
  { family: 'openai', path: 'images/**', format: openaiMedia },
  { family: 'openai', path: 'videos/**', format: openaiMedia },
  { family: 'openai', path: 'assistants/**', format: openaiAssistants },
  { family: 'openai', path: 'threads/**', format: openaiAssistants },
  { family: 'openai', path: 'batches/**', format: openaiResources },
  { family: 'openai', path: 'chatkit/**', format: openaiResources },
  { family: 'openai', path: 'containers/**', format: openaiResources },
  { family: 'openai', path: 'evals/**', format: openaiResources },
  { family: 'openai', path: 'files/**', format: openaiResources },
  { family: 'openai', path: 'fine_tuning/**', format: openaiResources },
  { family: 'openai', path: 'realtime/**', format: openaiResources },
  { family: 'openai', path: 'skills/**', format: openaiResources },
  { family: 'openai', path: 'uploads/**', format: openaiResources },
  { family: 'openai', path: 'vector_stores/**', format: openaiResources },
  { family: 'anthropic', path: 'v1/messages', format: anthropicMessages, anywhere: { header: 'anthropic-version' } },
  {
    family: 'anthropic',
    path: 'v1/messages/count_tokens',
    format: anthropicMessages,
    anywhere: { header: 'anthropic-version' },
  },
  // Vertex AI carries the bodies of other providers.
  { family: 'anthropic', path: 'publishers/anthropic/models/{model}:rawPredict', format: anthropicMessages },
  { family: 'anthropic', path: 'publishers/anthropic/models/{model}:streamRawPredict', format: anthropicMessages },
  { family: 'mistral', path: 'publishers/mistralai/models/{model}:rawPredict', format: mistralChat },
  { family: 'mistral', path: 'publishers/mistralai/models/{model}:streamRawPredict', format: mistralChat },
  { family: 'cohere', path: 'v2/chat', format: cohereChat },
  { family: 'cohere', path: 'chat', format: cohereChatV1 },
  { family: 'cohere', path: 'classify', format: cohereTexts },
  { family: 'cohere', path: 'detokenize', format: cohereTexts },
  { family: 'cohere', path: 'embed', format: cohereTexts },
  { family: 'cohere', path: 'generate', format: cohereTexts },
  { family: 'cohere', path: 'parse', format: cohereTexts },
  { family: 'cohere', path: 'rerank', format: cohereTexts },
  { family: 'cohere', path: 'summarize', format: cohereTexts },
  { family: 'cohere', path: 'tokenize', format: cohereTexts },
  { family: 'gemini', path: 'batches/**', format: gemini },
  { family: 'gemini', path: 'cachedContents/**', format: gemini },
  { family: 'gemini', path: 'files/**', format: gemini },
  { family: 'gemini', path: 'interactions/**', format: geminiInteractions },
  { family: 'gemini', path: 'models/{model}:generateContent', format: gemini, anywhere: true },
  { family: 'gemini', path: 'models/{model}:streamGenerateContent', format: gemini, anywhere: true },
  { family: 'gemini', path: '{model}:asyncBatchEmbedContent', format: gemini },
  { family: 'gemini', path: '{model}:batchEmbedContents', format: gemini },
  { family: 'gemini', path: '{model}:batchGenerateContent', format: gemini },
  { family: 'gemini', path: '{model}:computeTokens', format: gemini },
  { family: 'gemini', path: '{model}:countTokens', format: gemini },
  { family: 'gemini', path: '{model}:embedContent', format: gemini },
  { family: 'gemini', path: '{model}:generateContent', format: gemini },
  { family: 'gemini', path: '{model}:predict', format: gemini },
  { family: 'gemini', path: '{model}:predictLongRunning', format: gemini },
  { family: 'gemini', path: '{model}:streamGenerateContent', format: gemini },
  { family: 'mistral', path: 'agents/**', format: mistralConversations },
  { family: 'mistral', path: 'agents/completions', format: mistralChat },
  { family: 'mistral', path: 'chat/classifications', format: mistralChat },
  { family: 'mistral', path: 'chat/completions', format: mistralChat },
  { family: 'mistral', path: 'chat/moderations', format: mistralChat },
  { family: 'mistral', path: 'conversations/**', format: mistralConversations },
  { family: 'mistral', path: 'fim/completions', format: mistralChat },
  { family: 'mistral', path: 'ocr', format: mistralOcr },
  { family: 'ollama', path: 'api/chat', format: ollama },
  { family: 'ollama', path: 'api/create', format: ollama },
  { family: 'ollama', path: 'api/embed', format: ollama },
  { family: 'ollama', path: 'api/embeddings', format: ollama },
  { family: 'ollama', path: 'api/generate', format: ollama },
  { family: 'ollama', path: 'api/show', format: ollama },
  { family: 'anthropic', path: 'messages/batches/**', format: anthropicBatches },
  { family: 'anthropic', path: 'v1/complete', format: anthropicComplete },
  { family: 'bedrock', path: 'async-invoke', format: bedrockAsyncInvoke },
  { family: 'bedrock', path: 'guardrail-checks/invoke', format: bedrockGuardrail },
  { family: 'bedrock', path: 'guardrail/{id}/version/{version}/apply', format: bedrockGuardrail },
  { family: 'bedrock', path: 'model/{model}/converse', format: bedrockConverse, anywhere: true },
  { family: 'bedrock', path: 'model/{model}/converse-stream', format: bedrockConverse, anywhere: true },
  { family: 'bedrock', path: 'model/{model}/count-tokens', format: bedrockCountTokens },
  { family: 'bedrock', path: 'model/{model}/invoke', format: bedrockInvoke },
  { family: 'bedrock', path: 'model/{model}/invoke-with-response-stream', format: bedrockInvoke, anywhere: true },
  { family: 'huggingface', path: 'generate', format: huggingface },
  { family: 'huggingface', path: 'generate_stream', format: huggingface },
  { family: 'huggingface', path: 'models/**', format: huggingface },
  { family: 'langsmith', path: 'runs/**', format: langsmith },
  { family: 'replicate', path: 'predictions/**', format: replicate },
  { family: 'voyage', path: 'contextualizedembeddings', format: voyage },
  { family: 'voyage', path: 'embeddings', format: voyage },
  { family: 'voyage', path: 'multimodalembeddings', format: voyage },
  { family: 'voyage', path: 'rerank', format: voyage },
  { family: 'vercel', path: 'v3/ai/{kind}', format: vercelGateway },
]

/** What a provider added with a `format` speaks at paths that no route names. Families not listed: the generic walk. */
export const mainFormats: Readonly<Partial<Record<WireFormatName, WireFormat>>> = {
  anthropic: anthropicMessages,
  cohere: cohereChat,
  gemini,
  mistral: mistralChat,
  ollama,
  openai: openaiChat,
  bedrock: bedrockInvoke,
  huggingface,
  langsmith,
  replicate,
  vercel: vercelGateway,
  voyage,
}

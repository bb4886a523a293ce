/**
 * Hosts that are language-model services. A call to any of them is guarded, whatever its path.
 * A pattern is a host name; its first label may be `*` (that host and every host below it), or hold a `*` for one run of
 * letters, digits and hyphens inside a label. Sources: the providers' own documentation and SDKs.
 */
import type { WireFormatName } from '../../options.ts'

export interface KnownProvider {
  readonly name: string
  readonly hosts: readonly string[]
  /** Outbound header names of its own protocol, lower case. Credentials and versions, nothing that names a client. */
  readonly headers?: readonly string[]
  /** Families of routes.ts in the order in which a path is looked up. Default: openai, anthropic. */
  readonly speaks?: readonly WireFormatName[]
}

export const knownProviders: readonly KnownProvider[] = [
  { name: 'ai21', hosts: ['*.ai21.com'] },
  { name: 'aleph-alpha', hosts: ['*.aleph-alpha.com'] },
  {
    name: 'anthropic',
    hosts: ['*.anthropic.com'],
    headers: ['anthropic-beta', 'anthropic-version', 'x-api-key'],
    speaks: ['anthropic'],
  },
  { name: 'assemblyai', hosts: ['*.assemblyai.com'] },
  {
    name: 'azure-openai',
    hosts: ['*.openai.azure.com', '*.services.ai.azure.com', '*.cognitiveservices.azure.com', '*.models.ai.azure.com'],
    headers: ['api-key'],
  },
  { name: 'baseten', hosts: ['inference.baseten.co', '*.api.baseten.co'] },
  {
    name: 'bedrock',
    hosts: [
      'bedrock-runtime.*.amazonaws.com',
      'bedrock-runtime-fips.*.amazonaws.com',
      'bedrock-runtime.*.amazonaws.com.cn',
      'bedrock-runtime.*.api.aws',
      'bedrock-runtime-fips.*.api.aws',
      'bedrock-mantle.*.api.aws',
      'bedrock-agent-runtime.*.amazonaws.com',
    ],
    speaks: ['bedrock', 'openai', 'anthropic'],
    headers: [
      'x-amzn-bedrock-accept',
      'x-amzn-bedrock-content-type',
      'x-amzn-bedrock-guardrailidentifier',
      'x-amzn-bedrock-guardrailversion',
      'x-amzn-bedrock-performanceconfig-latency',
      'x-amzn-bedrock-service-tier',
      'x-amzn-bedrock-trace',
    ],
  },
  { name: 'cerebras', hosts: ['*.cerebras.ai'] },
  { name: 'cohere', hosts: ['*.cohere.com', '*.cohere.ai'], speaks: ['cohere', 'openai'] },
  { name: 'dashscope', hosts: ['dashscope.aliyuncs.com', 'dashscope-*.aliyuncs.com'] },
  { name: 'deepgram', hosts: ['*.deepgram.com'] },
  { name: 'deepinfra', hosts: ['*.deepinfra.com'] },
  { name: 'deepseek', hosts: ['api.deepseek.com'] },
  { name: 'elevenlabs', hosts: ['*.elevenlabs.io'], headers: ['xi-api-key'] },
  { name: 'fal', hosts: ['fal.run', '*.fal.run'] },
  { name: 'featherless', hosts: ['api.featherless.ai'] },
  { name: 'fireworks', hosts: ['*.fireworks.ai'] },
  {
    name: 'gemini',
    hosts: ['generativelanguage.googleapis.com'],
    headers: ['x-goog-api-key'],
    speaks: ['gemini', 'openai'],
  },
  { name: 'github-models', hosts: ['models.github.ai', 'models.inference.ai.azure.com'] },
  { name: 'groq', hosts: ['*.groq.com'] },
  {
    name: 'huggingface',
    hosts: ['router.huggingface.co', 'api-inference.huggingface.co', '*.endpoints.huggingface.cloud'],
    speaks: ['openai', 'huggingface', 'anthropic'],
  },
  { name: 'ionos', hosts: ['openai.inference.*.ionos.com', 'inference.*.ionos.com'] },
  { name: 'kluster', hosts: ['api.kluster.ai'] },
  { name: 'lambda', hosts: ['api.lambda.ai', 'api.lambdalabs.com'] },
  { name: 'langsmith', hosts: ['*.smith.langchain.com'], headers: ['x-api-key', 'x-tenant-id'], speaks: ['langsmith'] },
  { name: 'minimax', hosts: ['api.minimax.io', 'api.minimaxi.com', 'api.minimax.chat'] },
  { name: 'mistral', hosts: ['*.mistral.ai'], speaks: ['mistral', 'openai'] },
  { name: 'moonshot', hosts: ['*.moonshot.ai', '*.moonshot.cn'] },
  { name: 'nebius', hosts: ['*.studio.nebius.ai', '*.studio.nebius.com', '*.tokenfactory.nebius.com'] },
  { name: 'novita', hosts: ['api.novita.ai'] },
  { name: 'nscale', hosts: ['inference.api.nscale.com'] },
  { name: 'nvidia', hosts: ['integrate.api.nvidia.com', 'ai.api.nvidia.com'] },
  { name: 'ollama', hosts: ['ollama.com', 'api.ollama.com'], speaks: ['ollama', 'openai', 'anthropic'] },
  {
    name: 'openai',
    hosts: ['*.openai.com'],
    headers: ['openai-beta', 'openai-organization', 'openai-project'],
  },
  { name: 'openrouter', hosts: ['*.openrouter.ai'] },
  { name: 'ovhcloud', hosts: ['*.endpoints.kepler.ai.cloud.ovh.net'] },
  { name: 'perplexity', hosts: ['api.perplexity.ai'] },
  { name: 'publicai', hosts: ['api.publicai.co'] },
  {
    name: 'replicate',
    hosts: ['api.replicate.com', 'stream.replicate.com', 'stream-*.replicate.com'],
    headers: ['prefer'],
    speaks: ['replicate'],
  },
  { name: 'sambanova', hosts: ['*.sambanova.ai'] },
  { name: 'scaleway', hosts: ['api.scaleway.ai', '*.ai.scaleway.com'] },
  { name: 'together', hosts: ['api.together.ai', 'api.together.xyz'] },
  {
    name: 'vercel',
    hosts: ['ai-gateway.vercel.sh'],
    headers: [
      'ai-embedding-model-specification-version',
      'ai-gateway-auth-method',
      'ai-gateway-protocol-version',
      'ai-image-model-specification-version',
      'ai-language-model-id',
      'ai-language-model-specification-version',
      'ai-language-model-streaming',
      'ai-model-id',
      'ai-reranking-model-specification-version',
      'ai-video-model-specification-version',
    ],
    speaks: ['vercel', 'openai', 'anthropic'],
  },
  {
    name: 'vertex',
    hosts: ['aiplatform.googleapis.com', '*-aiplatform.googleapis.com', 'aiplatform.*.rep.googleapis.com'],
    headers: ['x-goog-api-key', 'x-goog-user-project'],
    speaks: ['gemini', 'openai', 'anthropic', 'mistral'],
  },
  { name: 'voyage', hosts: ['api.voyageai.com', 'ai.mongodb.com'], speaks: ['voyage'] },
  { name: 'wavespeed', hosts: ['api.wavespeed.ai'] },
  { name: 'xai', hosts: ['*.x.ai'] },
  { name: 'zhipu', hosts: ['api.z.ai', 'open.bigmodel.cn'] },
]

/** SDKs of the matrix: how each is built, and how it asks, whole and streamed. Nothing here knows of the guard. */
import { createAnthropic } from '@ai-sdk/anthropic'
import { createGoogleGenerativeAI } from '@ai-sdk/google'
import { createOpenAI } from '@ai-sdk/openai'
import Anthropic from '@anthropic-ai/sdk'
import { GoogleGenAI } from '@google/genai'
import { ChatOpenAI } from '@langchain/openai'
import { Mistral } from '@mistralai/mistralai'
import { generateText, type LanguageModel, streamText } from 'ai'
import { createOpenAI as createOpenAI4 } from 'ai-sdk-openai4'
import { generateText as generateText7, streamText as streamText7 } from 'ai7'
import { CohereClientV2 } from 'cohere-ai'
import { GoogleGenAI as GoogleGenAI3 } from 'genai3'
import Groq from 'groq-sdk'
import { Ollama } from 'ollama'
import OpenAI, { AzureOpenAI } from 'openai'
import OpenAI7 from 'openai7'
import Replicate from 'replicate'
import { VoyageAIClient } from 'voyageai'
import type { Ask, Client } from './matrix.ts'

const apiKey = 'test-key'
const model = 'test-model'
const messagesOf = (content: string) => [{ role: 'user' as const, content }]

async function join<T>(parts: AsyncIterable<T>, textOf: (part: T) => string | null | undefined): Promise<string> {
  let text = ''
  for await (const part of parts) text += textOf(part) ?? ''
  return text
}

export function openaiLike(Sdk: typeof OpenAI, baseURL: string): { whole: Ask; streamed: Ask } {
  return chatLike(new Sdk({ apiKey, baseURL, maxRetries: 0 }).chat)
}

function chatLike({ completions }: OpenAI['chat']): { whole: Ask; streamed: Ask } {
  return {
    whole: async text => (await completions.create({ model, messages: messagesOf(text) })).choices[0]!.message.content,
    streamed: async text =>
      join(
        await completions.create({ model, messages: messagesOf(text), stream: true }),
        part => part.choices[0]?.delta.content,
      ),
  }
}

function geminiLike(Sdk: typeof GoogleGenAI, baseUrl: string): { whole: Ask; streamed: Ask } {
  const { models } = new Sdk({ apiKey, httpOptions: { baseUrl } })
  return {
    whole: async contents => (await models.generateContent({ model, contents })).text ?? '',
    streamed: async contents => join(await models.generateContentStream({ model, contents }), part => part.text),
  }
}

function vercel(language: LanguageModel): { whole: Ask; streamed: Ask } {
  return {
    whole: async prompt => (await generateText({ model: language, prompt, maxRetries: 0 })).text,
    streamed: async prompt => join(streamText({ model: language, prompt, maxRetries: 0 }).textStream, part => part),
  }
}

export const sdks: readonly Client[] = [
  { name: 'openai 6', installed: 'openai', build: ({ origin }) => openaiLike(OpenAI, `${origin}/openai/v1`) },
  {
    name: 'openai 7',
    installed: 'openai7',
    build: ({ origin }) => openaiLike(OpenAI7 as unknown as typeof OpenAI, `${origin}/openai/v1`),
  },
  {
    name: 'AzureOpenAI (openai 6)',
    installed: 'openai',
    build({ origin }) {
      const options = { apiKey, baseURL: `${origin}/openai/v1`, apiVersion: '2024-10-21', maxRetries: 0 }
      return chatLike(new AzureOpenAI(options).chat)
    },
  },
  {
    name: '@anthropic-ai/sdk',
    installed: '@anthropic-ai/sdk',
    build({ origin }) {
      const { messages } = new Anthropic({ apiKey, baseURL: `${origin}/anthropic`, maxRetries: 0 })
      const request = (text: string) => ({ model, max_tokens: 100, messages: messagesOf(text) })
      return {
        whole: async text => {
          const [block] = (await messages.create(request(text))).content
          return block?.type === 'text' ? block.text : ''
        },
        streamed: async text =>
          join(await messages.create({ ...request(text), stream: true }), event =>
            event.type === 'content_block_delta' && event.delta.type === 'text_delta' ? event.delta.text : '',
          ),
      }
    },
  },
  {
    name: '@google/genai 2',
    installed: '@google/genai',
    build: ({ origin }) => geminiLike(GoogleGenAI, `${origin}/gemini`),
  },
  {
    name: '@google/genai 3',
    installed: 'genai3',
    build: ({ origin }) => geminiLike(GoogleGenAI3 as unknown as typeof GoogleGenAI, `${origin}/gemini`),
  },
  {
    name: '@mistralai/mistralai',
    installed: '@mistralai/mistralai',
    build({ origin }) {
      const { chat } = new Mistral({ apiKey, serverURL: `${origin}/mistral` })
      return {
        whole: async text =>
          String((await chat.complete({ model, messages: messagesOf(text) })).choices?.[0]?.message?.content),
        streamed: async text =>
          join(await chat.stream({ model, messages: messagesOf(text) }), ({ data }) =>
            String(data.choices[0]?.delta.content ?? ''),
          ),
      }
    },
  },
  {
    name: 'cohere-ai',
    installed: 'cohere-ai',
    build({ origin }) {
      const client = new CohereClientV2({ token: apiKey, baseUrl: `${origin}/cohere` })
      return {
        whole: async text => {
          const block = (await client.chat({ model, messages: messagesOf(text) })).message?.content?.[0]
          return block?.type === 'text' ? block.text : ''
        },
        streamed: async text =>
          join(await client.chatStream({ model, messages: messagesOf(text) }), event =>
            event.type === 'content-delta' ? event.delta?.message?.content?.text : '',
          ),
      }
    },
  },
  {
    name: 'groq-sdk',
    installed: 'groq-sdk',
    build: ({ origin }) => openaiLike(Groq as unknown as typeof OpenAI, `${origin}/groq`),
  },
  {
    name: 'ollama',
    installed: 'ollama',
    build({ origin }) {
      const client = new Ollama({ host: `${origin}/ollama` })
      return {
        whole: async text => (await client.chat({ model, messages: messagesOf(text) })).message.content,
        streamed: async text =>
          join(await client.chat({ model, messages: messagesOf(text), stream: true }), part => part.message.content),
      }
    },
  },
  {
    name: 'replicate',
    installed: 'replicate',
    build({ origin }) {
      const client = new Replicate({ auth: apiKey, baseUrl: `${origin}/replicate/v1`, useFileOutput: false })
      return { whole: async prompt => ((await client.run('owner/name', { input: { prompt } })) as string[]).join('') }
    },
  },
  {
    name: 'voyageai',
    installed: 'voyageai',
    build({ origin }) {
      const client = new VoyageAIClient({ apiKey, environment: `${origin}/voyage` })
      return {
        whole: async text => {
          await client.embed({ input: [text], model }, { maxRetries: 0 })
          // Its answers hold numbers only.
          return null
        },
      }
    },
  },
  {
    name: 'ai 6 with @ai-sdk/openai 3',
    installed: '@ai-sdk/openai',
    build: ({ origin }) => vercel(createOpenAI({ apiKey, baseURL: `${origin}/openai/v1` }).chat(model)),
  },
  {
    name: 'ai 6 with @ai-sdk/anthropic',
    installed: '@ai-sdk/anthropic',
    build: ({ origin }) => vercel(createAnthropic({ apiKey, baseURL: `${origin}/anthropic/v1` })(model)),
  },
  {
    name: 'ai 6 with @ai-sdk/google',
    installed: '@ai-sdk/google',
    build: ({ origin }) => vercel(createGoogleGenerativeAI({ apiKey, baseURL: `${origin}/gemini/v1beta` })(model)),
  },
  {
    name: 'ai 7 with @ai-sdk/openai 4',
    installed: 'ai7',
    build({ origin }) {
      const language = createOpenAI4({ apiKey, baseURL: `${origin}/openai/v1` }).chat(model)
      return {
        whole: async prompt => (await generateText7({ model: language, prompt, maxRetries: 0 })).text,
        streamed: async prompt =>
          join(streamText7({ model: language, prompt, maxRetries: 0 }).textStream, part => part),
      }
    },
  },
  {
    name: '@langchain/openai',
    installed: '@langchain/openai',
    build({ origin }) {
      const chat = new ChatOpenAI({ apiKey, model, maxRetries: 0, configuration: { baseURL: `${origin}/openai/v1` } })
      return {
        whole: async text => String((await chat.invoke(text)).content),
        streamed: async text => join(await chat.stream(text), part => String(part.content)),
      }
    },
  },
]

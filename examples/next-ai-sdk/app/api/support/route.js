import { createOpenAI } from '@ai-sdk/openai'
import { streamText } from 'ai'
import { withGuard } from 'llm-gdpr-guard/next'

const baseUrl = process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1'
const openai = createOpenAI({ apiKey: process.env.OPENAI_API_KEY ?? 'none', baseURL: baseUrl })

export const runtime = 'nodejs'

async function answer(request) {
  const result = streamText({
    model: openai.chat(process.env.OPENAI_MODEL ?? 'gpt-4o-mini'),
    system: 'You answer support tickets of a furniture shop. Be brief and repeat the references.',
    prompt: await request.text(),
  })
  return result.toTextStreamResponse()
}

export const POST = withGuard(answer, { providers: { openai: { baseUrl } } }) // ← the line

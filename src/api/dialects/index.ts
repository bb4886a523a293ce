/** The dialects a provider can be given. */
import { anthropic } from './anthropic.ts'
import { cohere } from './cohere.ts'
import type { Dialect } from './dialect.ts'
import { gemini } from './gemini.ts'
import { mistral } from './mistral.ts'
import { ollama } from './ollama.ts'
import { openai } from './openai.ts'

export type { Ask, Dialect, Said } from './dialect.ts'

export const dialectNames = ['anthropic', 'cohere', 'gemini', 'mistral', 'ollama', 'openai'] as const
export type DialectName = (typeof dialectNames)[number]

export const dialects: Readonly<Record<DialectName, Dialect>> = { anthropic, cohere, gemini, mistral, ollama, openai }

/** What training and scoring read: a text with labelled spans. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Finding } from '../../src/types.ts'

export interface Span {
  start: number
  end: number
  /** PERSON, LOCATION, ORGANIZATION, `OTHER` (a name, but of no person), `NAME` (any of the three), or anything else (none). */
  label: string
}

export interface Document {
  text: string
  language: string
  source: string
  spans: Span[]
  findings: Finding[]
  /** Words without a label are no names at all, not merely of no person. */
  isExact?: boolean
}

interface Line {
  id: string
  lang: string
  domain: string
  text: string
  entities: { start: number; end: number; label: string }[]
  optional?: { start: number; end: number; label: string }[]
}

export function readLines(file: string): Line[] {
  const bytes = readFileSync(file)
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line)
}

export function toDocument(line: Line, source: string): Document {
  return { text: line.text, language: line.lang, source, spans: line.entities, findings: [] }
}

/** Joins texts with separators, moving spans and findings along. */
export function join(parts: readonly Document[], separators: readonly string[]): Document {
  const whole: Document = { text: '', language: parts[0]!.language, source: parts[0]!.source, spans: [], findings: [] }
  parts.forEach((part, index) => {
    if (index > 0) whole.text += separators[index - 1]!
    const offset = whole.text.length
    whole.text += part.text
    for (const span of part.spans) whole.spans.push({ ...span, start: span.start + offset, end: span.end + offset })
    for (const finding of part.findings) {
      whole.findings.push({ ...finding, start: finding.start + offset, end: finding.end + offset })
    }
  })
  return whole
}

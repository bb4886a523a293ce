/** Reads the permissive corpora and makes training texts of them: sentences joined to paragraphs, names swapped. */
import { readdirSync } from 'node:fs'
import { type Document, join, readLines, type Span, toDocument } from './documents.ts'
import type { NameList } from './names.ts'
import { drawPerson } from './people.ts'
import type { Random } from './random.ts'

/** Labels of the corpora that say nothing of persons, places and firms. */
const neutral = new Set(['ID', 'DATE', 'AGE', 'DATE_OF_BIRTH', 'NATIONAL_ID', 'PHONE', 'URL', 'EMAIL', 'USERNAME'])
const findingTypes: Readonly<Record<string, string>> = {
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  NATIONAL_ID: 'NATIONAL_ID',
  USERNAME: 'USERNAME',
  ADDRESS: 'ADDRESS',
}

/** Every how many-th sentence is kept: the large corpora of one kind would drown the others. */
const sparse: Readonly<Record<string, number>> = {
  'ler.de': 3,
  'mobie.de': 3,
  'echr_projected.fr': 2,
  'echr_projected.es': 2,
}

export function loadCorpora(folder: string): Document[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.jsonl.gz'))
    .sort()
    .flatMap(file => {
      const source = file.replace('.jsonl.gz', '')
      const step = sparse[source] ?? 1
      return readLines(`${folder}/${file}`)
        .filter((_, index) => index % step === 0)
        .map(line => prepare(toDocument(line, source)))
    })
}

function prepare(document: Document): Document {
  for (const span of document.spans) {
    const type = findingTypes[span.label]
    if (type !== undefined && span.label !== 'ADDRESS') {
      document.findings.push({ start: span.start, end: span.end, type, score: 1, recognizer: 'corpus' })
    }
  }
  document.spans = document.spans
    // Peoples and the like, which this corpus counts as persons.
    .filter(span => document.source !== 'bgner.bg' || /^\P{Ll}/u.test(document.text.slice(span.start)))
    .filter(
      span =>
        document.source !== 'ronec.ro' || span.label !== 'PERSON' || /^\p{Lu}/u.test(document.text.slice(span.start)),
    )
    .filter(span => !neutral.has(span.label))
    .map(span => (span.label === 'ADDRESS' ? { ...span, label: 'STREET' } : span))
  return document
}

/** Languages in which a name can be swapped without changing its ending. */
const uninflected = new Set(['de', 'en', 'es', 'fr', 'it', 'sv'])

export function swapNames(document: Document, names: ReadonlyMap<string, NameList>, random: Random): Document {
  if (!uninflected.has(document.language)) return document
  const result: Document = { ...document, text: '', spans: [], findings: [] }
  let position = 0
  const copy = (to: number) => {
    const shift = result.text.length - position
    result.text += document.text.slice(position, to)
    for (const finding of document.findings) {
      if (finding.start >= position && finding.end <= to) {
        result.findings.push({ ...finding, start: finding.start + shift, end: finding.end + shift })
      }
    }
    position = to
  }
  for (const span of document.spans) {
    if (span.start < position) continue
    copy(span.start)
    const start = result.text.length
    const old = document.text.slice(span.start, span.end)
    if (span.label !== 'PERSON' || !/^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)?$/u.test(old)) {
      copy(span.end)
    } else {
      const person = drawPerson(names, document.language, random)
      result.text += old.includes(' ')
        ? `${person.first} ${person.last}`
        : random.chance(0.4)
          ? person.first
          : person.last
      position = span.end
    }
    result.spans.push({ ...span, start, end: result.text.length } satisfies Span)
  }
  copy(document.text.length)
  return result
}

/** Joins runs of neighbouring sentences of one corpus. Order within a corpus is kept, so paragraphs stay whole. */
export function joinSentences(documents: readonly Document[], random: Random): Document[] {
  const result: Document[] = []
  for (let at = 0; at < documents.length; ) {
    const source = documents[at]!.source
    const wanted = 1 + random.below(4)
    const parts: Document[] = []
    while (at < documents.length && parts.length < wanted && documents[at]!.source === source)
      parts.push(documents[at++]!)
    const separators = parts.map(() => (random.chance(0.3) ? '\n' : ' '))
    result.push(parts.length === 1 ? parts[0]! : join(parts, separators))
  }
  return result
}

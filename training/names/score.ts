/**
 * Scores the tagger. Usage: npm run score:names [-- --model FILE --dev FILE --eval FOLDER --sensitivity S --only dev|eval --leaks --over]
 * `--compare` sets it beside npm compromise on the English texts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Sensitivity } from '../../src/detect/names/index.ts'
import { readModel } from '../../src/detect/names/model.ts'
import { makeTagger, type Tagger } from '../../src/detect/names/tagger.ts'
import type { Finding } from '../../src/types.ts'
import { lower, upper } from './augment.ts'
import { tagWithCompromise } from './compromise.ts'
import { readLines, type Span } from './documents.ts'

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'src/detect/names/model.bin' },
    dev: { type: 'string', default: '../shared/corpus/dev.jsonl' },
    eval: { type: 'string', default: '../shared/corpus/eval' },
    sensitivity: { type: 'string', default: 'normal' },
    only: { type: 'string', default: '' },
    lang: { type: 'string', default: '' },
    shift: { type: 'string', default: '0' },
    parts: { type: 'string', default: 'model,evidence,recall' },
    languages: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    curve: { type: 'boolean', default: false },
    leaks: { type: 'boolean', default: false },
    over: { type: 'boolean', default: false },
  },
})

const parts = values.parts.split(',')
const model = readModel(readFileSync(values.model))
if (!parts.includes('model')) model.rows.fill(0)
const tagger = makeTagger(model, { evidence: parts.includes('evidence'), recall: parts.includes('recall') })
const usual = Number(values.shift)
let tag: Tagger = (text, options, shift = usual) => tagger(text, options, shift)
const sensitivity = values.sensitivity as Sensitivity
const quasi = new Set(['LOCATION', 'ORGANIZATION', 'AGE', 'SALARY'])
const print = (line: string) => process.stdout.write(`${line}\n`)
const percent = (part: number, whole: number) => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))

interface Tally {
  people: number
  leaked: number
  over: number
  length: number
}
const tally = (): Tally => ({ people: 0, leaked: 0, over: 0, length: 0 })

/** The rule of the corpus scorer: leaked when two neighbouring letters or a digit are left. */
function leaks(text: string, span: Span, covered: Uint8Array): boolean {
  let run = 0
  for (let at = span.start; at < span.end; at++) {
    const character = text.charAt(at)
    const isOpen = covered[at] === 0
    run = isOpen && /[\p{L}\p{M}]/u.test(character) ? run + 1 : 0
    if (run >= 2 || (isOpen && /\p{N}/u.test(character))) return true
  }
  return false
}

/** What perfect structured recognizers would hand over. */
function goldFindings(entities: readonly Span[]): Finding[] {
  return entities
    .filter(entity => entity.label !== 'PERSON' && !quasi.has(entity.label))
    .map(entity => ({ start: entity.start, end: entity.end, type: entity.label, score: 1, recognizer: 'gold' }))
}

type Variant = (text: string) => string

function scoreDevelopment(name: string, vary: Variant, withFindings: boolean, profile: 'balanced' | 'strict'): void {
  const all = tally()
  const negative = tally()
  const languages = new Map<string, Tally>()
  const kinds = new Map<string, Tally>()
  for (const line of readLines(values.dev)) {
    if (values.lang !== '' && !values.lang.split(',').includes(line.lang)) continue
    const text = vary(line.text)
    const structured = withFindings ? goldFindings(line.entities) : []
    const found = tag(text, { profile, sensitivity, findings: structured })
    const covered = new Uint8Array(text.length)
    for (const { start, end } of [...structured, ...found]) covered.fill(1, start, end)
    const gold = new Uint8Array(text.length)
    for (const { start, end } of [...line.entities, ...(line.optional ?? [])]) gold.fill(1, start, end)
    const tallies = [all, at(languages, line.lang), ...(line.domain.startsWith('neg') ? [negative] : [])]
    let over = 0
    for (let at = 0; at < text.length; at++) if (covered[at] === 1 && gold[at] === 0) over++
    for (const one of tallies) {
      one.over += over
      one.length += text.length
    }
    if (values.over) {
      for (const { start, end, type, score } of found) {
        if (!gold.subarray(start, end).every(Boolean))
          print(
            `  over ${line.id} ${type} ${score.toFixed(2)} ${JSON.stringify(text.slice(start, end))} in ${JSON.stringify(text.slice(Math.max(0, start - 30), end + 20))}`,
          )
      }
    }
    for (const entity of line.entities) {
      if (quasi.has(entity.label)) count(at(kinds, entity.label), leaks(text, entity, covered))
      if (entity.label !== 'PERSON') continue
      const isLeaked = leaks(text, entity, covered)
      for (const one of tallies) count(one, isLeaked)
      if (isLeaked && values.leaks) {
        print(
          `  leak ${line.id} ${JSON.stringify(text.slice(entity.start, entity.end))} in ${JSON.stringify(text.slice(Math.max(0, entity.start - 40), entity.end + 25))}`,
        )
      }
    }
  }
  if (values.languages) {
    for (const [language, one] of [...languages].sort())
      print(
        `  | ${language} | ${one.people} | ${percent(one.leaked, one.people)} | ${((1000 * one.over) / one.length).toFixed(2)} |`,
      )
  }
  const bad = [...languages].filter(([, one]) => one.people >= 15 && one.leaked / one.people > 0.12)
  print(
    `${name.padEnd(34)} PERSON leak ${percent(all.leaked, all.people).padStart(5)} % (${all.leaked}/${all.people})  over/1000 ${((1000 * all.over) / all.length).toFixed(2)}  negatives ${((1000 * negative.over) / negative.length).toFixed(2)}` +
      `  ${profile === 'strict' ? [...kinds].map(([kind, one]) => `${kind} ${percent(one.leaked, one.people)}`).join(' ') : ''}  above 12 %: ${bad.map(([language, one]) => `${language} ${percent(one.leaked, one.people)}`).join(' ') || 'none'}`,
  )
}

function at<T>(map: Map<T, Tally>, key: T): Tally {
  const one = map.get(key) ?? tally()
  map.set(key, one)
  return one
}

function count(one: Tally, isLeaked: boolean): void {
  one.people++
  if (isLeaked) one.leaked++
}

function scoreForeign(): void {
  const rates: number[] = []
  const overs: number[] = []
  print('eval (out of domain)      people  leak %  over/1000 tokens')
  for (const file of readdirSync(values.eval).sort()) {
    const language = file.split('.')[1]!
    if (values.lang !== '' && !values.lang.split(',').includes(language)) continue
    const lines = readLines(`${values.eval}/${file}`)
    const one = tally()
    const isTyped = lines.some(line => line.entities.some(entity => entity.label === 'PERSON'))
    // Neighbouring sentences of one source stand together, as in the text they come from.
    for (let at = 0; at < lines.length; at += 8) {
      const group = lines.slice(at, at + 8)
      let text = ''
      const spans: Span[] = []
      for (const line of group) {
        for (const entity of line.entities)
          spans.push({ ...entity, start: entity.start + text.length, end: entity.end + text.length })
        text += `${line.text}\n`
      }
      const found = tag(text, { profile: 'balanced', sensitivity, findings: [] })
      const covered = new Uint8Array(text.length)
      for (const { start, end } of found) covered.fill(1, start, end)
      const gold = new Uint8Array(text.length)
      for (const { start, end, label } of spans) {
        if (label === 'PERSON' || label === 'NAME' || label === 'USERNAME') gold.fill(1, start, end)
      }
      one.length += text.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)?.length ?? 0
      for (const match of text.matchAll(/[\p{L}\p{M}]+/gu))
        if (covered[match.index] === 1 && gold[match.index] === 0) one.over++
      for (const span of spans) {
        if (span.label !== 'PERSON') continue
        const isLeaked = leaks(text, span, covered)
        count(one, isLeaked)
        if (isLeaked && values.leaks)
          print(
            `  leak ${file.slice(0, 8)} ${JSON.stringify(text.slice(span.start, span.end))} in ${JSON.stringify(text.slice(Math.max(0, span.start - 40), span.end + 25))}`,
          )
      }
      if (values.over) {
        for (const { start, end, score } of found) {
          if (gold[start] === 0)
            print(
              `  over ${file.slice(0, 8)} ${score.toFixed(2)} ${JSON.stringify(text.slice(start, end))} in ${JSON.stringify(text.slice(Math.max(0, start - 30), end + 20))}`,
            )
        }
      }
    }
    const over = (1000 * one.over) / one.length
    if (isTyped) {
      rates.push((100 * one.leaked) / one.people)
      overs.push(over)
    }
    print(
      `  ${file.replace('.jsonl.gz', '').padEnd(24)}${String(one.people).padStart(6)}${percent(one.leaked, one.people).padStart(8)}${over.toFixed(1).padStart(10)}`,
    )
  }
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  print(`  macro average                 ${mean(rates).toFixed(1).padStart(8)}${mean(overs).toFixed(1).padStart(10)}`)
}

/** Leak and over-redaction with all thresholds moved, which compares models whatever their thresholds. */
function printCurve(): void {
  const wanted = values.lang.split(',')
  const lines = readLines(values.dev).filter(line => values.lang === '' || wanted.includes(line.lang))
  const points = [-3, -2.25, -1.5, -0.75, 0, 0.75, 1.5, 2.25, 3]
  print('   shift  leak %  over/1000  negatives')
  for (const shift of points) {
    const all = tally()
    const negative = tally()
    for (const line of lines) {
      const structured = goldFindings(line.entities)
      const found = tag(line.text, { profile: 'balanced', sensitivity, findings: structured }, shift)
      const covered = new Uint8Array(line.text.length)
      for (const { start, end } of [...structured, ...found]) covered.fill(1, start, end)
      const gold = new Uint8Array(line.text.length)
      for (const { start, end } of [...line.entities, ...(line.optional ?? [])]) gold.fill(1, start, end)
      let over = 0
      for (let at = 0; at < gold.length; at++) if (covered[at] === 1 && gold[at] === 0) over++
      for (const one of line.domain.startsWith('neg') ? [all, negative] : [all]) {
        one.over += over
        one.length += gold.length
      }
      for (const entity of line.entities) if (entity.label === 'PERSON') count(all, leaks(line.text, entity, covered))
    }
    print(
      `${shift.toFixed(2).padStart(8)}${percent(all.leaked, all.people).padStart(8)}${((1000 * all.over) / all.length).toFixed(2).padStart(11)}${((1000 * negative.over) / negative.length).toFixed(2).padStart(11)}`,
    )
  }
}

const same: Variant = text => text

/** The English texts, by the tagger and by npm compromise, in one run. */
function compare(): void {
  values.lang = 'en'
  for (const name of ['llm-gdpr-guard', 'compromise']) {
    if (name === 'compromise') tag = tagWithCompromise
    if (existsSync(values.dev)) scoreDevelopment(`${name}, dev, English`, same, true, 'balanced')
    if (existsSync(values.eval)) scoreForeign()
  }
}

function scoreAll(): void {
  if (values.only !== 'eval' && existsSync(values.dev)) {
    scoreDevelopment('dev, other types known', same, true, 'balanced')
    if (!values.leaks && !values.over) {
      scoreDevelopment('dev, nothing known', same, false, 'balanced')
      scoreDevelopment('dev, small letters', lower, true, 'balanced')
      scoreDevelopment('dev, capitals', upper, true, 'balanced')
      scoreDevelopment('dev, strict', same, true, 'strict')
    }
  }
  if (values.only !== 'dev' && existsSync(values.eval)) scoreForeign()
}

if (values.compare) compare()
else if (values.curve) printCurve()
else scoreAll()

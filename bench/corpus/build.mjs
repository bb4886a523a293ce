/**
 * Builds `evaluation.jsonl` from the texts in this folder, or `NAME-evaluation.jsonl` from those in the folder NAME beside it:
 *
 *     node bench/corpus/build.mjs [--set NAME] [--schemes MODULE] [--fix] [--check]
 *
 * A document begins with `=== id | language | domain`. `{{LABEL|value}}` marks what must be found, `{{?LABEL|value}}` what may be,
 * `{{LABEL:scheme|value}}` names the rule of its check digits, `{{-:scheme|value}}` is plain text that has some, and `{.}` parts
 * an invented key so that no secret scanner takes it for a real one. MODULE exports `schemes`, functions that give a value its
 * right check digits; with it the digits are verified, and with --fix set right. --check writes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const marked = /\{\{(\??)([A-Z_]+|-)(?::(\w+))?\|([^{}]*(?:\{\.\}[^{}]*)*)\}\}/g
const usualScheme = { IBAN: 'iban', CREDIT_CARD: 'card' }
/** Stands for `{.}` in a text until it is written; the character after it is written as an escape. */
const seam = '\uE000'

const args = process.argv.slice(2)
const set = args.includes('--set') ? args[args.indexOf('--set') + 1] : undefined
const folder = new URL(set === undefined ? '.' : `${set}/`, import.meta.url).pathname
const output = new URL(set === undefined ? 'evaluation.jsonl' : `${set}-evaluation.jsonl`, import.meta.url).pathname
const schemes = args.includes('--schemes') ? await readSchemes(args[args.indexOf('--schemes') + 1]) : undefined
const problems = []
const documents = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .sort()
  .flatMap(name => readDocuments(name))

if (new Set(documents.map(document => document.id)).size < documents.length) problems.push('an id is used twice')
for (const problem of problems) console.error(problem)
const count = documents.reduce((sum, document) => sum + document.entities.length, 0)
console.log(`${documents.length} documents, ${count} entities, ${problems.length} problems`)
if (problems.length > 0) process.exit(1)
if (!args.includes('--check')) {
  writeFileSync(output, `${documents.map(toLine).join('\n')}\n`)
}

async function readSchemes(path) {
  const module = await import(pathToFileURL(resolve(path)).href)
  return module.schemes
}

function readDocuments(name) {
  let source = readFileSync(folder + name, 'utf8')
  if (schemes !== undefined && args.includes('--fix')) {
    source = source.replace(marked, (whole, optional, label, scheme, value) =>
      whole.replace(`|${value}}}`, () => `|${withRightDigits(schemeOf(optional, label, scheme), value, name)}}}`),
    )
    writeFileSync(folder + name, source)
  }
  return source
    .split(/^=== /m)
    .slice(1)
    .map(block => readDocument(block, name))
}

function readDocument(block, name) {
  const end = block.indexOf('\n')
  const [id, lang, domain] = block.slice(0, end).split(' | ')
  const body = block.slice(end + 1).trimEnd()
  const document = { id, lang, domain: domain.trim(), text: '', entities: [], optional: [] }
  let plainFrom = 0
  for (const match of body.matchAll(marked)) {
    append(document, body.slice(plainFrom, match.index))
    addMark(document, match, name)
    plainFrom = match.index + match[0].length
  }
  append(document, body.slice(plainFrom))
  if (/\{\{\??[A-Z_-]+[|:]/.test(document.text)) problems.push(`${name} ${id}: a mark that cannot be read`)
  return document
}

function addMark(document, [, optional, label, named, value], name) {
  const scheme = schemeOf(optional, label, named)
  if (schemes !== undefined && withRightDigits(scheme, value, name) !== value) {
    problems.push(`${name} ${document.id}: ${label} ${value} has wrong check digits`)
  }
  if (value === '' || value !== value.trim())
    problems.push(`${name} ${document.id}: ${label} begins or ends in a blank`)
  const start = lengthOf(document.text)
  append(document, value)
  if (label === '-') return
  const list = optional === '?' ? document.optional : document.entities
  list.push({ start, end: lengthOf(document.text), label })
}

/** An optional value may be the end of a number, so it has only the rule it names. */
function schemeOf(optional, label, named) {
  return named ?? (optional === '?' ? undefined : usualScheme[label])
}

function append(document, text) {
  document.text += text.replaceAll('{.}', seam)
}

function lengthOf(text) {
  return text.replaceAll(seam, '').length
}

function withRightDigits(scheme, value, name) {
  const right = schemes?.[scheme]
  if (typeof right !== 'function') return value
  let body = value.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  for (let tries = 0; tries < 12; tries += 1) {
    const fixed = rightOrMessage(right, body)
    if (fixed instanceof Error) {
      problems.push(`${name}: ${scheme} ${value}: ${fixed.message}`)
      return value
    }
    if (fixed !== null) return spread(value, fixed)
    // Some bodies have no check digit: take the next one.
    const at = body.length - 3
    body = body.slice(0, at) + ((Number(body[at]) + 1) % 10) + body.slice(at + 1)
  }
  problems.push(`${name}: ${scheme} ${value} cannot be valid`)
  return value
}

function rightOrMessage(right, body) {
  try {
    return right(body)
  } catch (error) {
    return error
  }
}

/** Puts the characters of `fixed` in place of the letters and digits of `value`, in its case. */
function spread(value, fixed) {
  let next = 0
  return value.replace(/[0-9A-Za-z]/g, old => {
    const character = fixed[next]
    next += 1
    return /[a-z]/.test(old) ? character.toLowerCase() : character
  })
}

function toLine({ optional, ...document }) {
  const json = JSON.stringify(optional.length > 0 ? { ...document, optional } : document)
  return json.replace(new RegExp(`${seam}(.)`, 'g'), (_whole, character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

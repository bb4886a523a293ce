/**
 * Scores detection on a marked corpus:
 *
 *     npm run score -- FILE [--profile NAME] [--scorer PATH] [arguments of the scorer]
 *
 * FILE has lines `{"id", "text", …}`. The detector of the last build writes its predictions to a temporary file, and the
 * scorer prints the table. Without --scorer the one beside FILE, else `../shared/corpus/score.mjs`, is called.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createDetector } from '../dist/detect/index.js'

const { file, profile, scorer, rest } = readArguments(process.argv.slice(2))
const detector = createDetector({ profile })
const folder = mkdtempSync(join(tmpdir(), 'score-'))
try {
  const predictions = join(folder, 'predictions.jsonl')
  writeFileSync(predictions, predict(file))
  const run = spawnSync(process.execPath, [scorer, file, predictions, ...rest], { stdio: 'inherit' })
  process.exitCode = run.status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function predict(path) {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => predictOne(JSON.parse(line))).join('')
}

function predictOne({ id, text }) {
  const findings = detector.detect(text)
  const spans = findings.map(({ start, end, type, score }) => ({ start, end, label: type, score }))
  return `${JSON.stringify({ id, spans, output: replaceSpans(text, spans) })}\n`
}

function replaceSpans(text, spans) {
  let output = ''
  let from = 0
  for (const { start, end, label } of spans) {
    output += `${text.slice(from, start)}[${label}]`
    from = end
  }
  return output + text.slice(from)
}

function readArguments(args) {
  const rest = [...args]
  const take = name => (rest.includes(name) ? rest.splice(rest.indexOf(name), 2)[1] : undefined)
  const profile = take('--profile') ?? 'balanced'
  const named = take('--scorer')
  const file = rest.shift()
  if (file === undefined || !existsSync(file)) {
    console.error('Usage: npm run score -- FILE [--profile NAME] [--scorer PATH] [arguments of the scorer]')
    process.exit(2)
  }
  const beside = join(dirname(resolve(file)), 'score.mjs')
  const usual = new URL('../../shared/corpus/score.mjs', import.meta.url).pathname
  return { file: resolve(file), profile, scorer: named ?? (existsSync(beside) ? beside : usual), rest }
}

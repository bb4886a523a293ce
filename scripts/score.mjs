/**
 * Scores detection on a marked corpus:
 *
 *     npm run score -- FILE [--profile NAME] [--scorer PATH] [arguments of the scorer]
 *
 * FILE has lines `{"id", "text", …}`. `scan --jsonl` of the last build writes its predictions to a temporary file, and the
 * scorer prints the table. Without --scorer the one beside FILE, else `../shared/corpus/score.mjs`, is called.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const { file, profile, scorer, rest } = readArguments(process.argv.slice(2))
const program = new URL('../dist/cli/main.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'score-'))
try {
  const predictions = join(folder, 'predictions.jsonl')
  predict(predictions)
  const run = spawnSync(process.execPath, [scorer, file, predictions, ...rest], { stdio: 'inherit' })
  process.exitCode = run.status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function predict(predictions) {
  const output = openSync(predictions, 'w')
  const scan = spawnSync(process.execPath, [program, 'scan', '--jsonl', '--profile', profile, file], {
    stdio: ['ignore', output, 'inherit'],
  })
  closeSync(output)
  if (scan.status !== 0) throw new Error(`scan ended with ${scan.status}`)
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

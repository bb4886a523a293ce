/** `scan`: finds personal data in files, for people, for CI, and line by line for scorers. */
import { createGuard, type Guard } from '../guard.ts'
import type { Finding } from '../types.ts'
import { colorsFor } from './colors.ts'
import { type Command, readArguments, type Terminal, UsageError, write } from './command.ts'
import { onlyTypes, readProfile, readTypes } from './entity-types.ts'
import { type Input, inputsOf } from './inputs.ts'
import { linesOf, readAll } from './lines.ts'
import { type Progress, progressOf } from './progress.ts'
import { type ReportStyle, reportLines, summaryLine } from './report.ts'

const help = `Usage: llm-gdpr-guard scan [FILE…] [options]

Finds personal data in text. A FILE may be a folder; without one, or with "-", standard input is read.

Options:
  --jsonl            read lines {"id","text"}; write lines {"id","spans":[{"start","end","label","score"}],"output"}.
                     Offsets are UTF-16 code units; output is the text as it would be sent to a model
  --profile NAME     balanced (default), strict (also places, organisations, ages, salaries),
                     structured (only fixed forms and check digits)
  --types A,B        only these types, also such that the profile leaves out
  --fail             with --jsonl: exit with 1 where something was found, as without --jsonl
  --hide             show types in place of values, for logs that others read
  -h, --help         show this text

Exit codes: 0 nothing found, or --jsonl done · 1 personal data found · 2 wrong use or unreadable input
Detection is not perfect: nothing found does not mean nothing there.
`

export const scan: Command = {
  name: 'scan',
  summary: 'find personal data in files or standard input',
  help,
  async run(args, terminal) {
    const { values, positionals } = readArguments({
      args: [...args],
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean' },
        profile: { type: 'string' },
        types: { type: 'string' },
        fail: { type: 'boolean' },
        hide: { type: 'boolean' },
      },
    })
    const profile = readProfile(values.profile)
    const entities = onlyTypes(readTypes(values.types), profile)
    const guard = createGuard({ mode: 'explicit', profile, entities, limits: { findings: 900_000 } })
    const inputs = await inputsOf(positionals, terminal)
    const progress = progressOf(
      terminal,
      inputs.reduce((sum, { size }) => sum + size, 0),
    )
    if (values.jsonl === true) {
      const count = await scanLines(inputs, guard, terminal, progress)
      return values.fail === true && count > 0 ? 1 : 0
    }
    const count = await scanTexts(inputs, guard, terminal, progress, {
      colors: colorsFor(terminal),
      hide: values.hide === true,
    })
    return count > 0 ? 1 : 0
  },
}

async function scanLines(
  inputs: readonly Input[],
  guard: Guard,
  { stdout }: Terminal,
  progress: Progress,
): Promise<number> {
  let count = 0
  for (const input of inputs) {
    let number = 0
    for await (const line of linesOf(input.open())) {
      number++
      progress.add(Buffer.byteLength(line) + 1)
      if (line.trim() === '') continue
      const { id, text } = parseDocument(line, `line ${number} of ${input.name}`)
      const { findings, output } = await scrubAlone(text, guard)
      const spans = findings.map(({ start, end, type, score }) => ({ start, end, label: type, score }))
      count += spans.length
      if (stdout.isTTY === true) progress.clear()
      await write(stdout, `${JSON.stringify({ id, spans, output })}\n`)
    }
  }
  progress.clear()
  return count
}

function parseDocument(line: string, place: string): { id: unknown; text: string } {
  const document = parseJson(line)
  if (typeof document === 'object' && document !== null && 'text' in document && typeof document.text === 'string') {
    return { id: 'id' in document ? document.id : null, text: document.text }
  }
  throw new UsageError(`${place} is not a JSON object with "id" and "text"`)
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Each document has a scope of its own, as each request has. */
async function scrubAlone(text: string, guard: Guard): Promise<{ findings: readonly Finding[]; output: string }> {
  const scope = guard.scope()
  try {
    const { findings, text: output } = await scope.scrub(text)
    return { findings, output }
  } finally {
    scope.close()
  }
}

/** Long texts are searched in blocks that end with a line, so that the report and the bar move on. */
const blockUnits = 524_288

async function scanTexts(
  inputs: readonly Input[],
  guard: Guard,
  { stdout, stderr }: Terminal,
  progress: Progress,
  style: ReportStyle,
): Promise<number> {
  const counts = new Map<string, number>()
  let touched = 0
  let binary = 0
  for (const input of inputs) {
    const bytes = await readAll(input.open())
    if (bytes.subarray(0, 8_192).includes(0)) {
      binary++
      continue
    }
    let isFirst = true
    for await (const report of reportsOf(bytes.toString('utf8'), guard, counts, progress, style)) {
      progress.clear()
      if (isFirst) await write(stdout, `${style.colors.strong(input.name)}\n`)
      if (isFirst) touched++
      isFirst = false
      await write(stdout, report)
    }
    if (!isFirst) await write(stdout, '\n')
  }
  progress.clear()
  if (binary > 0) await write(stderr, `Skipped ${binary} that hold no text.\n`)
  await write(stdout, `${summaryLine(counts, inputs.length - binary, touched)}\n`)
  return touched
}

async function* reportsOf(
  text: string,
  guard: Guard,
  counts: Map<string, number>,
  progress: Progress,
  style: ReportStyle,
): AsyncGenerator<string, void> {
  const scope = guard.scope()
  let line = 1
  try {
    for (const block of blocksOf(text)) {
      const { findings } = await scope.scrub(block)
      for (const { type } of findings) counts.set(type, (counts.get(type) ?? 0) + 1)
      progress.add(Buffer.byteLength(block))
      if (findings.length > 0) yield reportLines(block, findings, style, line)
      line += countFeeds(block)
      // Detection of a block is synchronous: let signals and the terminal in between two.
      await new Promise(resolve => setImmediate(resolve))
    }
  } finally {
    scope.close()
  }
}

/** Cut at an empty line where there is one, else at the end of a line, else in the middle. */
function* blocksOf(text: string): Generator<string, void> {
  for (let start = 0; start < text.length; ) {
    const end = start + blockUnits
    if (end >= text.length) return yield text.slice(start)
    const paragraph = text.lastIndexOf('\n\n', end)
    const feed = text.lastIndexOf('\n', end)
    const cut = paragraph > start + blockUnits / 2 ? paragraph + 2 : feed > start ? feed + 1 : end
    yield text.slice(start, cut)
    start = cut
  }
}

function countFeeds(text: string): number {
  let count = 0
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) count++
  return count
}

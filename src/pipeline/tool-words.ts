/**
 * The names that a request gives to its tools and to their parameters. They leave as they are, so they are words of a
 * program, also where a text speaks of them: taken there for somebody's name, the last look would find that name in the
 * tool and refuse the call. Claude Code 2.1 has a tool `Edit` and a parameter `cron`, and instructions full of both.
 */
import type { Finding } from '../types.ts'
import type { Leaf } from '../wire/index.ts'

/** Top-level fields under which tools and schemas of answers are declared. Nothing below messages counts. */
const declarations = new Set([
  'format',
  'functions',
  'generationConfig',
  'output_config',
  'output_format',
  'response_format',
  'text',
  'toolConfig',
  'tools',
])

/** A longer path is cut at its beginning, so that it does not say where the text stands. */
const longestPath = 16
/** A parameter as programs write one. A schema that is made from data may have `Anna Kowalska` for one: that is replaced. */
const ofProgram = /^[a-z][A-Za-z0-9_]*$/

/** Recognizers that go by the look of a word. */
const byLook = new Set(['names', 'username'])

export class ToolWords {
  readonly #leaves: readonly Leaf[]
  #words: ReadonlySet<string> | null = null

  constructor(leaves: readonly Leaf[]) {
    this.#leaves = leaves
  }

  /** The same list where no such word is in it, as nearly always. */
  without(text: string, findings: readonly Finding[]): readonly Finding[] {
    if (!findings.some(finding => this.#isToolWord(text, finding))) return findings
    return findings.filter(finding => !this.#isToolWord(text, finding))
  }

  #isToolWord(text: string, { start, end, recognizer }: Finding): boolean {
    if (!byLook.has(recognizer)) return false
    this.#words ??= readWords(this.#leaves)
    return this.#words.size > 0 && this.#words.has(text.slice(start, end))
  }
}

function readWords(leaves: readonly Leaf[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const leaf of leaves) {
    const { key, path = [] } = leaf.hint ?? {}
    if (path[0] === undefined || path.length >= longestPath || !declarations.has(path[0])) continue
    if (key === 'name' && leaf.class === 'ID') words.add(leaf.text)
    for (let at = path.indexOf('properties'); at !== -1; at = path.indexOf('properties', at + 1)) {
      const parameter = path[at + 1]
      if (parameter !== undefined && ofProgram.test(parameter)) words.add(parameter)
    }
  }
  return words
}

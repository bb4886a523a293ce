/** The published files are not the compiled sources: lists are read ahead and patterns are made late. They must find the same. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { builtInRecognizers } from '../../src/detect/index.ts'
import { createGuard } from '../../src/guard.ts'
import { program } from './program.ts'

const corpus = new URL('../../bench/corpus/', import.meta.url)
const chunks = new URL('../../dist/chunks/', import.meta.url)

const documents = readdirSync(corpus)
  .filter(name => name.endsWith('.jsonl'))
  .flatMap(name => readFileSync(new URL(name, corpus), 'utf8').trim().split('\n'))
  .map(line => (JSON.parse(line) as { text: string }).text)
const examples = builtInRecognizers.flatMap(({ examples: { match, miss } }) => [...match, ...miss])
const texts = [...documents, ...examples.map(example => example.replace(/[\u00ab\u00bb]/g, ''))]

it.each(['strict', 'structured'] as const)(
  'finds in the published files what it finds in the sources: %s',
  async profile => {
    const guard = createGuard({ mode: 'explicit', profile, limits: { findings: 900_000 } })
    const expected: unknown[] = []
    for (const [id, text] of texts.entries()) {
      const scope = guard.scope()
      const { findings, text: output } = await scope.scrub(text)
      scope.close()
      expected.push({
        id,
        spans: findings.map(({ start, end, type, score }) => ({ start, end, label: type, score })),
        output,
      })
    }
    const input = texts.map((text, id) => JSON.stringify({ id, text })).join('\n')
    const args = [program, 'scan', '--jsonl', '--profile', profile]
    const output = execFileSync(process.execPath, args, { input, encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' })
    const lines = output.trim().split('\n')
    expect(lines.map(line => JSON.parse(line) as unknown)).toEqual(expected)
  },
  120_000,
)

it('holds no written list of labels, and no pattern that Unicode is asked for at import', () => {
  const code = readdirSync(chunks)
    .filter(name => name.endsWith('.js'))
    .map(name => readFileSync(new URL(name, chunks), 'utf8'))
    .join('\n')
  expect(code).toContain('name:`ORDER_NUMBER`,words:{}')
  expect(code).toContain('lazily(()=>new RegExp(')
})

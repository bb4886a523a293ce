import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => `src/${file}`)

/** Who may import whom: the picture of the layout, from top to bottom. `floor` may be imported by everyone. */
const floor = ['options', 'errors', 'entity-types', 'field-names', 'types', 'observe']
const allowed: Record<string, readonly string[]> = {
  index: ['adapters', 'guard', 'coverage', 'pipeline', 'proxy', 'api'],
  cli: ['adapters', 'guard', 'pipeline', 'proxy', 'api', 'detect', 'coverage'],
  register: ['guard', 'intercept'],
  adapters: ['guard', 'api', 'proxy'],
  guard: ['coverage', 'intercept', 'proxy', 'api', 'pipeline', 'detect'],
  // Proof of the hooks: a canary of its own through each.
  coverage: ['intercept', 'pipeline'],
  intercept: ['pipeline'],
  // The proxy reads answers as the hooks do, and tells them which calls are already scrubbed.
  proxy: ['pipeline', 'api', 'intercept'],
  api: ['pipeline'],
  pipeline: ['detect', 'mask', 'wire'],
  recognizers: [],
  detect: [],
  mask: [],
  wire: [],
  observe: [],
  options: [],
  errors: [],
  types: [],
}

/** Reasons an import outside the picture stands. */
const exceptions: Record<string, string> = {}

interface ImportLine {
  readonly from: string
  readonly target: string
  readonly typeOnly: boolean
}

function importsOf(file: string): ImportLine[] {
  const text = readFileSync(join(root, file), 'utf8')
  const lines = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  return [...lines].map(([, type, target]) => ({ from: file, target: target!, typeOnly: type !== undefined }))
}

function boxOf(path: string): string {
  const [, first] = path.split('/')
  return first!.replace(/\.ts$/, '')
}

const all = sources.flatMap(importsOf)
const local = all
  .filter(({ target }) => target.startsWith('.'))
  .map(line => ({ ...line, to: relative(root, join(root, dirname(line.from), line.target)) }))

describe('direction of imports', () => {
  it('follows the picture: nothing points upwards or sideways', () => {
    const wrong = local
      .filter(({ from, to }) => boxOf(from) !== boxOf(to))
      .filter(({ from, to }) => !floor.includes(boxOf(to)) && !allowed[boxOf(from)]?.includes(boxOf(to)))
      .filter(({ from, to }) => exceptions[`${from} ${to}`] === undefined)
      .map(({ from, to }) => `\`${from}\` may not import \`${to}\`; ${boxOf(from)} does not know ${boxOf(to)}`)
    expect(wrong).toEqual([])
  })

  it('keeps the floor from knowing anything above it', () => {
    const wrong = local.filter(({ from, to }) => floor.includes(boxOf(from)) && !floor.includes(boxOf(to)))
    expect(wrong).toEqual([])
  })

  it('goes through the door of another folder', () => {
    const wrong = local
      .filter(({ from, to }) => boxOf(from) !== boxOf(to) && to.split('/').length > 2)
      .filter(({ to }) => !to.endsWith('/index.ts') && !/^src\/(observe|adapters|cli|proxy|api)\//.test(to))
      .map(({ from, to }) => `\`${from}\` reaches past the door of \`${dirname(to)}\` (${to})`)
    expect(wrong).toEqual([])
  })

  it('takes frameworks and SDKs as types only', () => {
    const frameworks = /^(?:express|koa|fastify|hono|next|openai|undici|@anthropic-ai)(?:\/|$)/
    expect(all.filter(({ target, typeOnly }) => frameworks.test(target) && !typeOnly)).toEqual([])
  })

  it('tries properties on inputs that are the same in every run', () => {
    const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    )
    const own = tests.filter(file => importsOf(`test/${file}`).some(({ target }) => target === 'fast-check'))
    expect(own).toEqual([join('kit', 'fast-check.ts')])
  })

  it('has no cycle among files', () => {
    const graph = new Map<string, string[]>()
    for (const { from, to, typeOnly } of local) if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to])
    expect(findCycle(graph)).toEqual([])
  })

  it('keeps detect, mask and wire pure: no sockets, clock, random numbers or environment', () => {
    const pure = sources.filter(file => /^src\/(detect|mask|wire)\//.test(file))
    const impure =
      /\b(?:process\.env|Math\.random|Date\.now|new Date\(\)|performance\.now|randomBytes|setTimeout|fetch\()|['"]node:(?:net|http|https|http2|tls|dgram|child_process)['"]/
    expect(pure.filter(file => impure.test(withoutComments(readFileSync(join(root, file), 'utf8'))))).toEqual([])
  })

  it('reads the environment and prints in the named places only', () => {
    const environment = sources.filter(file => !/^src\/(options|cli\/|register)/.test(file))
    const texts = environment.map(file => [file, withoutComments(readFileSync(join(root, file), 'utf8'))] as const)
    expect(texts.filter(([, text]) => /\bprocess\.env\b/.test(text)).map(([file]) => file)).toEqual([])
    const printing = texts.filter(([file]) => !/^src\/(observe\/log\.ts|cli\/)/.test(file))
    expect(
      printing.filter(([, text]) => /\bconsole\.|process\.std(?:out|err)/.test(text)).map(([file]) => file),
    ).toEqual([])
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

function findCycle(graph: Map<string, string[]>): string[] {
  const done = new Set<string>()
  function visit(file: string, trail: string[]): string[] {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...trail, file])
      if (cycle.length > 0) return cycle
    }
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

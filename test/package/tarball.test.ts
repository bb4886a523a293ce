import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sentence = 'Send a refund to john.doe@example.com for order #12345'
const scrubbed = 'Send a refund to [EMAIL_1] for order [ORDER_NUMBER_1]'
let folder: string
let files: string[]

/** The tarball, unpacked as a user's node_modules has it. Its dependencies are linked, so that no network is needed. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-package-'))
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
    }),
  ) as { filename: string; files: { path: string }[] }[]
  files = packed!.files.map(({ path }) => path)
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, 'llm-gdpr-guard'), { recursive: true })
  execFileSync('tar', [
    '-xzf',
    join(folder, packed!.filename),
    '-C',
    join(modules, 'llm-gdpr-guard'),
    '--strip-components=1',
  ])
  for (const name of ['libphonenumber-js', '@types', 'undici-types']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(file: string, text: string): string {
  writeFileSync(join(folder, file), text)
  return execFileSync(process.execPath, [file], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

const useScope = `
  const guard = createGuard({ mode: 'explicit' })
  const scope = guard.scope()
  scope.scrub(${JSON.stringify(sentence)}).then(({ text }) => {
    console.log(JSON.stringify({ text, entities: scope.entities, restored: scope.restore(text) }))
  })`
const expected = {
  text: scrubbed,
  entities: { EMAIL_1: 'john.doe@example.com', ORDER_NUMBER_1: '12345' },
  restored: sentence,
}

describe('the packed tarball', () => {
  it('holds the built code, its types and documents, and no sources or tests', () => {
    expect(files).toContain('dist/index.js')
    expect(files).toContain('dist/index.d.ts')
    expect(files).toContain('LICENSE')
    expect(
      files.filter(path => /^(?:src|test|bench|examples|training)\//.test(path) || path.endsWith('.ts.map')),
    ).toEqual([])
  })

  it('works from an ESM project', () => {
    const output = run('use.mjs', `import { createGuard } from 'llm-gdpr-guard'\n${useScope}`)
    expect(JSON.parse(output)).toEqual(expected)
  })

  it('works from a CommonJS project by require', () => {
    const output = run('use.cjs', `const { createGuard } = require('llm-gdpr-guard')\n${useScope}`)
    expect(JSON.parse(output)).toEqual(expected)
  })

  it('type-checks in a strict TypeScript project, for every framework and plain use', () => {
    cpSync(join(root, 'test/package/use.ts.txt'), join(folder, 'use.ts'))
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    // skipLibCheck: @types/koa 3.0 names a type that its own dependency content-disposition no longer exports.
    const options = {
      strict: true,
      module: 'nodenext',
      target: 'es2022',
      noEmit: true,
      types: ['node'],
      skipLibCheck: true,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['use.ts'] }))
    for (const name of ['@nestjs', 'express', 'fastify', 'hono', 'koa'])
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
    expect(stdout).toBe('')
  })

  it('passes publint and arethetypeswrong', () => {
    const binary = (name: string) => join(root, 'node_modules', '.bin', name)
    const target = join(folder, 'node_modules', 'llm-gdpr-guard')
    expect(execFileSync(binary('publint'), ['--strict', target], { encoding: 'utf8' })).toContain('All good')
    const attw = ['--profile', 'esm-only', '--pack', root]
    // It exits with an error for every problem that the profile does not leave out.
    expect(execFileSync(binary('attw'), attw, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })).toContain('(ESM)')
  })
})

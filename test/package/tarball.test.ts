import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sentence = 'Send a refund to john.doe@example.com for order #12345'
const scrubbed = 'Send a refund to [EMAIL_1] for order [ORDER_NUMBER_1]'
let folder: string
let files: string[]
let tarball: string

/** The tarball, unpacked as a user's node_modules has it. Its dependencies are linked, so that no network is needed. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-package-'))
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
    }),
  ) as { filename: string; files: { path: string }[] }[]
  tarball = join(folder, packed!.filename)
  files = packed!.files.map(({ path }) => path)
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, 'llm-gdpr-guard'), { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', join(modules, 'llm-gdpr-guard'), '--strip-components=1'])
  for (const name of ['libphonenumber-js', '@types', 'undici-types']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
}, 120_000)

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

const { exports: exported } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: object }

/** What each entry point gives at run time; types are tried below. */
const entryPoints: Record<string, readonly string[]> = {
  api: ['gdprApi'],
  aws: ['guardAws'],
  express: ['gdprGuard'],
  fastify: ['gdprGuard'],
  hono: ['gdprGuard'],
  koa: ['gdprGuard'],
  nest: ['GDPR_GUARD', 'GdprGuardModule', 'gdprGuard'],
  next: ['withGuard'],
  proxy: ['gdprProxy'],
  recognizers: ['presidioRecognizer', 'transformersRecognizer'],
}

describe('the packed tarball', () => {
  it('holds the built code, its types and documents, and no sources or tests', () => {
    expect(files).toContain('dist/index.js')
    expect(files).toContain('dist/index.d.ts')
    expect(files).toContain('LICENSE')
    expect(
      files.filter(path => /^(?:src|test|bench|examples|training)\//.test(path) || path.endsWith('.ts.map')),
    ).toEqual([])
  }, 60_000)

  it('works from an ESM project', () => {
    const output = run('use.mjs', `import { createGuard } from 'llm-gdpr-guard'\n${useScope}`)
    expect(JSON.parse(output)).toEqual(expected)
  })

  it('works from a CommonJS project by require', () => {
    const output = run('use.cjs', `const { createGuard } = require('llm-gdpr-guard')\n${useScope}`)
    expect(JSON.parse(output)).toEqual(expected)
  })

  it('has every entry point that package.json names, by import and by require', () => {
    // An optional peer, which the proxy route needs.
    symlinkSync(
      join(root, 'node_modules', 'http-proxy-middleware'),
      join(folder, 'node_modules', 'http-proxy-middleware'),
    )
    const names = Object.keys(entryPoints).map(name => `llm-gdpr-guard/${name}`)
    const show = (loaded: string) => `console.log(JSON.stringify(${loaded}))`
    const keysOf =
      'module => Object.keys(module).filter(key => key !== "__esModule" && key !== "module.exports").sort()'
    const imported = run(
      'entries.mjs',
      `const keysOf = ${keysOf}
      ${show(`await Promise.all(${JSON.stringify(names)}.map(async name => keysOf(await import(name))))`)}`,
    )
    const required = run(
      'entries.cjs',
      `const keysOf = ${keysOf}\n${show(`${JSON.stringify(names)}.map(name => keysOf(require(name)))`)}`,
    )
    for (const output of [imported, required]) expect(JSON.parse(output)).toEqual(Object.values(entryPoints))
    expect(Object.keys(entryPoints).sort()).toEqual(
      Object.keys(exported)
        .filter(name => !['.', './package.json', './register'].includes(name))
        .map(name => name.slice(2))
        .sort(),
    )
  }, 60_000)

  it.each(['--import', '--require'])(
    'guards a process by %s llm-gdpr-guard/register',
    flag => {
      const text = 'console.log(typeof globalThis[Symbol.for("llm-gdpr-guard.registered")].run)'
      const { stdout, stderr } = spawnSync(process.execPath, [flag, 'llm-gdpr-guard/register', '-e', text], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], LLM_GDPR_GUARD_PROFILE: 'structured' },
      })
      expect(stdout).toBe('function\n')
      expect(stderr).toContain('guarding ')
    },
    120_000,
  )

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
  }, 120_000)

  it('passes publint and arethetypeswrong', () => {
    const binary = (name: string) => join(root, 'node_modules', '.bin', name)
    const target = join(folder, 'node_modules', 'llm-gdpr-guard')
    expect(execFileSync(binary('publint'), ['--strict', target], { encoding: 'utf8' })).toContain('All good')
    const attw = ['--profile', 'esm-only', tarball]
    // It exits with an error for every problem that the profile does not leave out.
    expect(execFileSync(binary('attw'), attw, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })).toContain('(ESM)')
  }, 120_000)
})

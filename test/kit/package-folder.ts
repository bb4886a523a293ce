/**
 * A folder in which `llm-gdpr-guard` is installed as the sources now are, so that a test can start processes that use it.
 * Compiled, not bundled: the tests of the tarball look at what is published.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** `name` keeps test files apart that run at the same time. Other packages are found in the repository's node_modules. */
export function packageFolder(name: string): string {
  const folder = join(root, '.cache', 'packages', name)
  const installed = join(folder, 'node_modules', 'llm-gdpr-guard')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(installed, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  cpSync(join(root, 'package.json'), join(installed, 'package.json'))
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const output = join(installed, 'dist')
  const { status, stderr } = spawnSync(
    process.execPath,
    [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', output, '--declaration', 'false'],
    { encoding: 'utf8' },
  )
  if (status === null) throw new Error(`the compiler did not run: ${stderr}`)
  const model = join('detect', 'names', 'model.bin')
  cpSync(join(root, 'src', model), join(output, model))
  return folder
}

export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version
}

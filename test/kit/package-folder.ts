/**
 * A folder in which `llm-gdpr-guard` is installed as the sources now are, so that a test can start processes that use it.
 * Compiled, not bundled: the tests of the tarball look at what is published. The same sources are compiled once only.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const packages = join(root, '.cache', 'packages')

/** `name` keeps test files apart that run at the same time. Other packages are found in the repository's node_modules. */
export function packageFolder(name: string): string {
  const folder = join(packages, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  symlinkSync(builtPackage(), join(folder, 'node_modules', 'llm-gdpr-guard'))
  return folder
}

function builtPackage(): string {
  const built = join(packages, `built-${fingerprint()}`)
  if (existsSync(built)) return built
  const draft = `${built}-${process.pid}`
  mkdirSync(draft, { recursive: true })
  cpSync(join(root, 'package.json'), join(draft, 'package.json'))
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const output = join(draft, 'dist')
  const { status, stderr } = spawnSync(
    process.execPath,
    [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', output, '--declaration', 'false'],
    { encoding: 'utf8' },
  )
  if (status === null) throw new Error(`the compiler did not run: ${stderr}`)
  const model = join('detect', 'names', 'model.bin')
  cpSync(join(root, 'src', model), join(output, model))
  publish(draft, built)
  return built
}

/** Another test file may have been faster: then its work stands, and ours goes. */
function publish(draft: string, built: string): void {
  try {
    renameSync(draft, built)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
  const isOld = (name: string) => Date.now() - statSync(join(packages, name)).mtimeMs > 3_600_000
  for (const name of readdirSync(packages))
    if (name.startsWith('built-') && isOld(name)) rmSync(join(packages, name), { recursive: true, force: true })
}

/** Of all sources: where none has changed there is nothing to compile. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json'])
    hash.update(readFileSync(join(root, name)))
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    hash.update(`${file}\n`).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version
}

/**
 * Reads the TypeScript types of an installed SDK with the compiler's own checker: which endpoints it has, what their bodies
 * and answers look like. The types are what the SDK's makers generate from their API description, so they are the list of
 * fields that is complete.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { API, type Checker, type Project, type Symbol as SymbolOfType, type Type } from 'typescript/unstable/sync'

const require = createRequire(import.meta.url)

/** The types of one package. `using` closes the compiler. */
export class SdkTypes {
  readonly folder: string
  readonly version: string
  readonly #api: API
  readonly #project: Project

  private constructor(folder: string, files: readonly string[]) {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    this.folder = folder
    this.version = manifest.version
    this.#api = new API({ cwd: folder })
    const snapshot = this.#api.updateSnapshot({ openFiles: files.map(file => join(folder, file)) })
    const project = snapshot.getDefaultProjectForFile(join(folder, files[0] ?? ''))
    if (project === undefined) throw new TypeError('the compiler opened no project')
    this.#project = project
  }

  /** Opens files of an installed package: paths inside it, such as `resources/responses/responses.d.ts`. */
  static open(name: string, files: readonly string[]): SdkTypes {
    return SdkTypes.openFolder(packageFolder(name), files)
  }

  /** The same for a package that lies anywhere. */
  static openFolder(folder: string, files: readonly string[]): SdkTypes {
    return new SdkTypes(folder, files)
  }

  get checker(): Checker {
    return this.#project.checker
  }

  [Symbol.dispose](): void {
    this.#api.close()
  }

  /** The exports of a file, by name. */
  exportsOf(file: string): ReadonlyMap<string, SymbolOfType> {
    const source = this.#project.program.getSourceFile(join(this.folder, file))
    const module = source === undefined ? undefined : this.checker.getSymbolAtLocation(source)
    if (module === undefined) throw new TypeError(`${file} is not part of the package`)
    return new Map(this.checker.getExportsOfModule(module).map(symbol => [symbol.name, symbol]))
  }

  /** A type that a file exports; `Space.Name` is the type in a namespace. */
  type(file: string, name: string): Type {
    let symbol: SymbolOfType | undefined
    let exported = this.exportsOf(file)
    for (const part of name.split('.')) {
      symbol = exported.get(part)
      if (symbol === undefined) throw new TypeError(`${file} has no type called ${name}`)
      exported = new Map([...symbol.getExports().values()].map(inner => [inner.name, inner]))
    }
    return this.checker.getDeclaredTypeOfSymbol(symbol as SymbolOfType)
  }
}

/** Where a package is installed, also where it does not export its manifest. */
export function packageFolder(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    const candidate = join(folder, name)
    try {
      readFileSync(join(candidate, 'package.json'))
      return candidate
    } catch {}
  }
  throw new TypeError(`${name} is not installed`)
}

/** Every file of a package below a folder whose name ends so, as paths inside the package. */
export function filesOf(packageName: string, below: string, ending: string): string[] {
  const folder = packageFolder(packageName)
  return readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(ending))
    .map(file => join(below, file))
    .sort()
}

export function textOf(packageName: string, file: string): string {
  return readFileSync(join(packageFolder(packageName), file), 'utf8')
}

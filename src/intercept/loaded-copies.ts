/**
 * Copies of a package that the CommonJS loader knows or comes to load; Node takes packages of that kind from there for
 * `import` too. Apply: `Module._load` is wrapped. Undo: it is put back. Cannot see: what is bundled into the application.
 */
import { replaceProperty } from './patches.ts'

type Method = (this: unknown, ...args: unknown[]) => unknown

/** How a program asks for the package, and the file of its entry. */
export interface Package {
  readonly name: RegExp
  readonly file: RegExp
}

/** Calls `use` with what each copy exports, now and later. It may be called more than once for the same copy. */
export function watchCopies({ name, file }: Package, use: (exported: unknown) => void): () => void {
  const loader: object = process.getBuiltinModule('node:module').Module
  const load: Method = Reflect.get(loader, '_load')
  const cache: Record<string, { readonly exports?: unknown } | undefined> = Reflect.get(loader, '_cache')
  for (const loaded of Object.keys(cache)) if (file.test(loaded)) use(cache[loaded]?.exports)
  return replaceProperty(loader, '_load', function _load(this: unknown, ...args: unknown[]) {
    const exported = Reflect.apply(load, this, args)
    const asked = String(args[0])
    // An `import` asks for the file itself.
    if (name.test(asked) || file.test(asked)) use(exported)
    return exported
  })
}

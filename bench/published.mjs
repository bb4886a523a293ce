// What the benchmarks of detection measure: the compiled modules in few files, as the package has them. Left in files of their
// own, each checks what it reads of another anew: of names that takes a tenth of the time.
import { copyFileSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/** Imports the modules of detection from `build`, a folder that the compiler wrote to. */
export async function importPublished(build = fileURLToPath(new URL('../.cache/build/', import.meta.url))) {
  // Beside the compiled modules, so that what they import from packages is found; a folder for each process.
  const folder = `${build}/../bench-${process.pid}`
  const input = { detect: `${build}/detect/index.js`, names: `${build}/detect/names/index.js` }
  const external = id => id.startsWith('libphonenumber-js')
  const bundle = await rolldown({ input, external, platform: 'node', logLevel: 'silent' })
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-chunk.js' })
  await bundle.close()
  copyFileSync(`${build}/detect/names/model.bin`, `${folder}/model.bin`)
  const load = name => import(pathToFileURL(`${folder}/${name}.js`).href)
  const modules = { ...(await load('detect')), ...(await load('names')) }
  // The model is read when the first name is looked for.
  modules.loadModel()
  rmSync(folder, { recursive: true })
  return modules
}

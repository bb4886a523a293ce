// The last step of `npm run build`: from what the compiler wrote to .cache/build, the files that are published. Some 250
// small modules take several times as long to import as a few large ones. Types are copied as they are.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('../', import.meta.url))
const compiled = `${root}.cache/build`
const published = `${root}dist`
const { bin, dependencies, exports, peerDependencies = {} } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

// The doctor loads its probe into other processes, so it is a file of its own.
const targets = [
  ...Object.values(exports).map(({ default: file }) => file),
  ...Object.values(bin),
  'dist/cli/doctor-probe.js',
]
const names = targets.filter(file => file?.endsWith('.js')).map(file => file.replace(/^(?:\.\/)?dist\/|\.js$/g, ''))
const outside = [...Object.keys(dependencies), ...Object.keys(peerDependencies)]

/** The examples of recognizers are test data: a fifth of what the detection would be to read at each start. */
const withoutExamples = {
  name: 'without-examples',
  transform(code, id) {
    if (!/[\\/]detect[\\/]recognizers[\\/]/.test(id)) return null
    const spans = []
    findExamples(this.parse(code), spans)
    if (spans.length === 0) return null
    let kept = ''
    let from = 0
    for (const { start, end } of spans) {
      kept += `${code.slice(from, start)}null`
      from = end
    }
    return { code: kept + code.slice(from), map: null }
  },
}

/** Where the values of all properties called `examples` stand. */
function findExamples(node, spans) {
  if (node === null || typeof node !== 'object') return
  if (node.type === 'Property' && !node.shorthand && node.key.name === 'examples') {
    spans.push({ start: node.value.start, end: node.value.end })
    return
  }
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) for (const each of child) findExamples(each, spans)
    else findExamples(child, spans)
  }
}

const bundle = await rolldown({
  input: Object.fromEntries(names.map(name => [name, `${compiled}/${name}.js`])),
  plugins: [withoutExamples],
  external: id => outside.some(name => id === name || id.startsWith(`${name}/`)),
  platform: 'node',
})
rmSync(published, { recursive: true, force: true })
await bundle.write({
  dir: published,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  // Names stay, so that stack traces can be read; the comments are in the sources and in the types.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
})
await bundle.close()

for (const file of readdirSync(compiled, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.d.ts'),
)) {
  mkdirSync(dirname(`${published}/${file}`), { recursive: true })
  cpSync(`${compiled}/${file}`, `${published}/${file}`)
}
// Bundled with its licence: importing it from node_modules would load some hundred files, most of them translations.
mkdirSync(`${published}/licenses`, { recursive: true })
cpSync(`${root}node_modules/zod/LICENSE`, `${published}/licenses/zod.txt`)
// The model is read from beside the module that loads it: beside the chunks here, beside the compiled module there.
cpSync(`${root}src/detect/names/model.bin`, `${published}/chunks/model.bin`)
cpSync(`${root}src/detect/names/model.bin`, `${compiled}/detect/names/model.bin`)

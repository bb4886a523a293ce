// The last step of `npm run build`: from what the compiler wrote to .cache/build, the files that are published. Some 250
// small modules take several times as long to import as a few large ones. Types are copied as they are.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { asAscii, withoutRawStrings } from './published/ascii.mjs'
import { lazyPatterns } from './published/lazy-patterns.mjs'
import { withoutLists } from './published/without-lists.mjs'

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

const bundle = await rolldown({
  input: Object.fromEntries(names.map(name => [name, `${compiled}/${name}.js`])),
  plugins: [withoutRawStrings(), withoutLists(compiled), lazyPatterns(compiled, `${compiled}/detect/patterns.js`)],
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

for (const file of readdirSync(published, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js'))) {
  const code = readFileSync(`${published}/${file}`, 'utf8')
  writeFileSync(`${published}/${file}`, asAscii(code))
}

// What built.ts reads, from beside the chunk that it is in.
const load = name => import(`${compiled}/detect/${name}.js`)
const { encodeBuilt } = await load('built')
const { builtUnits, unitTable } = await load('characters')
const { listPhrases } = await load('phrase-list')
const { sharedGroups } = await load('context-words')
const { groupsOf, landmarksOf } = await load('tables')
const { builtInRecognizers } = await load('recognizers/index')
const phrases = listPhrases(groupsOf(builtInRecognizers, sharedGroups), landmarksOf(builtInRecognizers))
writeFileSync(`${published}/chunks/tables.bin`, encodeBuilt({ phrases, units: unitTable.slice(0, builtUnits) }))

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

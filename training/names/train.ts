/**
 * Trains the name tagger and writes src/detect/names/model.bin. Deterministic: the same data and code give the same bytes.
 * Usage: npm run train:names [-- --check --corpora FOLDER --passes N --out FILE --sentences N]
 * `--check` writes nothing and says whether the committed file is what training gives.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { varyCase } from './augment.ts'
import { type Carrier, type Fillings, fill, loadCarriers } from './carriers.ts'
import { joinSentences, loadCorpora, swapNames } from './corpora.ts'
import { makeTrainer } from './crf.ts'
import { type Document, join } from './documents.ts'
import { buildLexicon } from './lexicon.ts'
import { languages, loadNames } from './names.ts'
import { packModel } from './pack.ts'
import { loadInflections } from './people.ts'
import { plainTexts } from './plain-texts.ts'
import { makeRandom, type Random } from './random.ts'
import { stampFile, stampOf } from './stamp.ts'

const modelFile = 'src/detect/names/model.bin'
/** Names the model's hash. */
const pageFile = 'src/detect/names/MODEL.md'
/** Their sentences run on. */
const proseSources = new Set(['carrier:ticket', 'carrier:crm', 'carrier:medical', 'carrier:prose'])
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    corpora: { type: 'string', default: '../shared/corpus/train' },
    passes: { type: 'string', default: '9' },
    sentences: { type: 'string', default: '6000' },
    rows: { type: 'string', default: '19' },
    share: { type: 'string', default: '1' },
    without: { type: 'string', default: '' },
    out: { type: 'string', default: modelFile },
  },
})

const random = makeRandom(20251121)
const names = loadNames()
const fillings: Fillings = { names, inflections: await loadInflections() }
/** For ablations: `corpora`, `carriers`, `plain`, `names` (the lists as features), `words`, `affixes` or `lines`. */
const without = values.without.split(',')
const corpora = without.includes('corpora') ? [] : loadCorpora(values.corpora)
const share = Number(values.share)
const carriers = loadCarriers().filter((_, index) => (index * 0.618034) % 1 < share)
const byLanguage = new Map(
  languages.map(language => [language, carriers.filter(carrier => carrier.language === language)]),
)
process.stderr.write(`${corpora.length} corpus texts, ${carriers.length} carriers\n`)

const lexicon = buildLexicon(names, loadCorpora(values.corpora), carriers, !without.includes('names'))
const trainer = makeTrainer(1 << 23)
const passes = Number(values.passes)
for (let pass = 0; pass < passes; pass++) {
  const started = process.hrtime.bigint()
  const texts = shuffle(
    [
      ...fromCorpora(random),
      ...fromPlainTexts(random),
      ...fromCarriers(without.includes('carriers') ? 0 : Number(values.sentences), random),
    ],
    random,
  )
  let likelihood = 0
  let length = 0
  for (const text of texts) {
    const hidden = {
      names: random.chance(0.25),
      words: without.includes('words') || random.chance(0.25),
      salt: random.below(1 << 30),
      affixes: without.includes('affixes'),
      lines: without.includes('lines'),
    }
    likelihood += trainer.learn(varyCase(text, random), lexicon, hidden, 0.12)
    length += text.text.length
  }
  if (pass >= passes - 3) trainer.remember()
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  process.stderr.write(
    `pass ${pass + 1}: ${texts.length} texts, ${(length / 1e6).toFixed(1)} M units, loss ${(-likelihood / length).toFixed(5)}, ${seconds.toFixed(0)} s\n`,
  )
}
trainer.settle()
const bytes = packModel(trainer, lexicon, 1 << Number(values.rows), 0.03)
if (values.check) check(bytes)
else write(bytes)

function write(model: Uint8Array): void {
  writeFileSync(values.out, model)
  process.stderr.write(`${values.out}: ${model.length} bytes\n`)
  if (values.out !== modelFile) return
  const stamp = stampOf(model, values.corpora)
  writeFileSync(stampFile, `${JSON.stringify(stamp, null, 2)}\n`)
  const page = readFileSync(pageFile, 'utf8')
  writeFileSync(pageFile, page.replace(/\b[0-9a-f]{64}\b/, stamp.model))
}

function check(model: Uint8Array): void {
  const isSame = Buffer.compare(readFileSync(modelFile), model) === 0
  process.stderr.write(isSame ? 'training gives the committed model\n' : 'training gives another model\n')
  if (!isSame) process.exitCode = 1
}

function fromCorpora(random: Random): Document[] {
  return joinSentences(corpora, random).map(text => (random.chance(0.5) ? swapNames(text, names, random) : text))
}

function fromPlainTexts(random: Random): Document[] {
  return without.includes('plain') ? [] : joinSentences(plainTexts(), random)
}

/** Texts of one to five carriers of a language, most often of one section. */
function fromCarriers(count: number, random: Random): Document[] {
  const result: Document[] = []
  for (const own of byLanguage.values()) {
    if (own.length === 0) continue
    const sections = new Map<string, Carrier[]>()
    for (const carrier of own) sections.set(carrier.section, [...(sections.get(carrier.section) ?? []), carrier])
    for (let index = 0; index < count; index++) {
      const parts = drawCarriers(own, sections, random).map(carrier =>
        hideFindings(fill(carrier, fillings, random), random),
      )
      result.push(
        join(
          parts,
          parts.map(part => separator(part, random)),
        ),
      )
    }
  }
  return result
}

function drawCarriers(own: readonly Carrier[], sections: Map<string, Carrier[]>, random: Random): Carrier[] {
  const first = random.pick(own)
  const pool = random.chance(0.75) ? sections.get(first.section)! : own
  return [first, ...Array.from({ length: random.below(4) }, () => random.pick(pool))]
}

function separator(part: Document, random: Random): string {
  return proseSources.has(part.source) && random.chance(0.5) ? ' ' : random.chance(0.2) ? '\n\n' : '\n'
}

/** What the structured recognizers miss must not become a person. */
function hideFindings(document: Document, random: Random): Document {
  if (!random.chance(0.25)) return document
  return { ...document, findings: [] }
}

function shuffle<T>(items: T[], random: Random): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    const kept = items[at]!
    items[at] = items[other]!
    items[other] = kept
  }
  return items
}

/**
 * Prints the tables of MODEL.md that say what each part adds. Usage, after `npm run score:names`:
 *
 *     node .cache/training/training/names/ablations.js [--parts] [--training [--full]]
 *
 * `--parts` leaves out parts of the committed tagger. `--training` trains without groups of features, and with fewer carriers: shorter
 * than for the committed model unless `--full`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    parts: { type: 'boolean', default: false },
    training: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
})

const script = (name: string) => fileURLToPath(new URL(`${name}.js`, import.meta.url))
const print = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`)

function run(name: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [script(name), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

/** Leak, over-redaction and that on negatives, of the development corpus; leak and over-redaction out of domain. */
function figuresOf(args: readonly string[]): string[] {
  const text = run('score', args)
  const development = /other types known\s+PERSON leak\s+([\d.]+).*?over\/1000 ([\d.]+)\s+negatives ([\d.]+)/.exec(text)
  const foreign = /macro average\s+([\d.]+)\s+([\d.]+)/.exec(text)
  const [, leak, over, negatives] = development ?? []
  const rounded = [over, negatives].map(figure => Number(figure).toFixed(1))
  return [leak ?? '-', ...rounded, foreign?.[1] ?? '-', foreign?.[2] ?? '-']
}

const head = ['Dev: leak %', 'Over', 'Over on negatives', 'Eval: leak %', 'Over']

function printHead(first: string): void {
  print([first, ...head])
  print([first, ...head].map(() => '---'))
}

if (values.parts) {
  printHead('Parts')
  const parts = {
    'model alone': 'model',
    'evidence and memory without the weights of the model': 'evidence,recall',
    'model and evidence': 'model,evidence',
    'model and memory': 'model,recall',
    all: 'model,evidence,recall',
  }
  for (const [name, list] of Object.entries(parts)) print([name, ...figuresOf(['--parts', list])])
}

if (values.training) {
  const length = values.full ? [] : ['--passes', '4', '--sentences', '1500']
  const folder = mkdtempSync(join(tmpdir(), 'ablations-'))
  const model = join(folder, 'model.bin')
  printHead('Training')
  const trainings = {
    everything: [],
    'half of the carriers': ['--share', '0.5'],
    'a quarter': ['--share', '0.25'],
    'a tenth': ['--share', '0.1'],
    'without carriers': ['--without', 'carriers'],
    'without corpora': ['--without', 'corpora'],
    'without name lists as features': ['--without', 'names'],
    'without the words themselves as features': ['--without', 'words'],
    'without first and last letters': ['--without', 'affixes'],
    'without labels and the lines around': ['--without', 'lines'],
  }
  for (const [name, args] of Object.entries(trainings)) {
    run('train', [...length, ...args, '--out', model])
    print([name, ...figuresOf(['--model', model])])
  }
  rmSync(folder, { recursive: true })
}

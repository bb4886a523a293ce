/**
 * Keeps bench/corpus/figures.json and writes docs/detection.md from it:
 *
 *     node scripts/detection-page.mjs
 *     node scripts/detection-page.mjs --record STATE SET SCORE.json
 *
 * SCORE.json is what `scripts/score.mjs FILE --json` printed, SET `evaluation`, `second`, `third`, `fourth`, `fifth`, `sixth`,
 * `seventh`, `eighth` or `development`, STATE `before` or `after`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const store = new URL('../bench/corpus/figures.json', import.meta.url)
const page = new URL('../docs/detection.md', import.meta.url)
const figures = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {}

const [flag, state, set, score] = process.argv.slice(2)
if (flag === '--record') {
  figures[`${set} ${state}`] = summary(JSON.parse(readFileSync(score, 'utf8')))
  // Pairs on one line, as the formatter wants them.
  const written = JSON.stringify(figures, null, 2).replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]')
  writeFileSync(store, `${written}\n`)
}
writeFileSync(page, detectionPage())

function summary({ overall, negativeDocs, languages, labels }) {
  const rates = group => Object.fromEntries(Object.entries(group).map(([name, row]) => [name, mustOf(row)]))
  const must = Object.entries(labels).filter(([, row]) => row.kind !== 'quasi')
  return {
    documents: overall.docs,
    must: mustOf(overall),
    quasi: [overall.quasi.leaked, overall.quasi.entities],
    over: rounded(overall.overPer1000),
    overNegative: rounded(negativeDocs.overPer1000),
    type: rounded(overall.typeAccuracy),
    languages: rates(languages),
    labels: rates(Object.fromEntries(must)),
  }
}

function mustOf(row) {
  const counts = row.must ?? row
  return [counts.leaked, counts.entities]
}

function rounded(number) {
  return Math.round(number * 10) / 10
}

function detectionPage() {
  return `# What detection finds

Nine sets of marked texts, the \`balanced\` profile. A value has *leaked* when any digit of it, or two letters in a row, lie outside
everything that was found. *Over* counts characters redacted without cause, per 1,000 characters of text.

| Set | State | Texts | Direct identifiers leaked | of these without names | Quasi identifiers left | Over | Over, texts without personal data | Right type |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${sets().map(overallRow).join('\n')}

Quasi identifiers are places and organizations that stand alone, ages and pay.

How to read this:

- *Evaluation* is [bench/corpus](../bench/corpus), 130 texts in the 24 official languages of the EU, all persons and numbers
  invented. They were written without sight of the rules or the development texts, and scored: that is *before*. (One VAT number
  had a wrong check digit and was set right; with it one more value had leaked, 51.)
- *Second* is [bench/corpus/second](../bench/corpus/second), 202 texts with other phrasings, more countries and more carriers, 55 of
  them without personal data, written in the same way a release later: *before* is again the honest figure.
- *Third* is [bench/corpus/third](../bench/corpus/third), 181 texts in 28 languages, 32 of them without personal data: support mails,
  notes, forms, chats and data files, with more of what the first two sets had shown to be hard (birth dates in words, P.O. boxes,
  house names, number plates in lower case, keys of JSON and YAML in many languages). *Before* is again from before any rule was
  read (since then parcel numbers in it have got right check digits, and articles were left out of three dates).
- *Fourth* is [bench/corpus/fourth](../bench/corpus/fourth), 169 texts in the 24 official languages of the EU, 24 of them without
  personal data, written like the third without sight of the rules or of any other text: it has the mix of languages, kinds of
  text, length and types of the development set, and stands in for texts that nobody has tuned on. (Four telephone numbers had a
  digit too many, two marks held an article or a label, and a lone "van" was marked; with them 172 of 1640 had leaked.)
- *Fifth* is [bench/corpus/fifth](../bench/corpus/fifth), 157 texts in the same 24 languages and with the same mix, 23 of them
  without personal data, again written without sight of the rules or of any other text. Nobody reads it when rules are mended: it
  is scored by a script that prints figures only. *Before* is the package as it is. Before the causes of the fourth were mended 182 of
  1549 leaked (11.7 %), after that 138 (8.9 %), after those of the sixth 116 (7.5 %), and now that those of the seventh and eighth are mended too,
  91: what was mended there holds for texts nobody had read, though by far less than for those read, and *over* grew from 3.8 to 5.0.
  (Its totals were among those by which two thresholds of the name tagger were chosen, and a test that failed
  showed one line of a log in it, a folder taken for a password.)
- *Sixth* is [bench/corpus/sixth](../bench/corpus/sixth), 205 texts in the same 24 languages, 27 of them without personal data,
  written without sight of the rules or of any other text, with at least 23 of each type of direct identifier: rare types and
  carriers (HL7, EDIFACT, configuration, tool calls, chats, transcripts by telephone) weigh more in it than in real traffic. *Before*
  is its first figure.
- *Seventh* and *eighth* are [bench/corpus/seventh](../bench/corpus/seventh) and [eighth](../bench/corpus/eighth), 106 and 111 texts, 11 and
  21 of them without personal data, written by one hand without sight of the rules and meant to be hard: labels far from their values,
  voice transcripts, typing errors, unusual orders, files of machines. *Before* is their first figure. The leaks of both were read and
  their causes mended, so *after* measures unseen text no longer.
- *After* is the package once the causes seen in those leaks were mended, with all else that changed meanwhile. It no longer measures
  unseen text. *Before* is the honest figure.
- *Development* is the set the rules were tuned on and says nothing about unseen text. It is not part of the repository.
- All sets come from the authors of the package, or from people who think as they do. Your texts differ: score your own. Nothing
  here is a promise.
- In a language with two or three texts one leak moves the rate by several points.

\`\`\`sh
npm run build
node scripts/score.mjs bench/corpus/evaluation.jsonl --leaks 200 --over 100   # evaluation
node scripts/score.mjs DEVELOPMENT.jsonl                                      # development
node scripts/score.mjs bench/corpus/second-evaluation.jsonl                   # second
node scripts/score.mjs bench/corpus/third-evaluation.jsonl                    # third
node scripts/score.mjs bench/corpus/fourth-evaluation.jsonl                   # fourth
node scripts/score.mjs bench/corpus/fifth-evaluation.jsonl                    # fifth
node scripts/score.mjs bench/corpus/sixth-evaluation.jsonl                    # sixth
node scripts/score.mjs bench/corpus/seventh-evaluation.jsonl                  # seventh
node scripts/score.mjs bench/corpus/eighth-evaluation.jsonl                   # eighth
node bench/corpus/build.mjs                                                   # evaluation.jsonl from the texts
node bench/corpus/build.mjs --set second                                      # second-evaluation.jsonl from its texts
node bench/corpus/build.mjs --set third                                       # third-evaluation.jsonl from its texts
node bench/corpus/build.mjs --set fourth                                      # fourth-evaluation.jsonl from its texts
node bench/corpus/build.mjs --set fifth                                       # fifth-evaluation.jsonl from its texts
node bench/corpus/build.mjs --set sixth                                       # sixth-evaluation.jsonl from its texts
node bench/corpus/build.mjs --set seventh                                     # seventh-evaluation.jsonl from its texts
node bench/corpus/build.mjs --set eighth                                      # eighth-evaluation.jsonl from its texts
\`\`\`

\`scripts/score.mjs\` calls a scorer given as \`--scorer PATH\`; this page is written by \`node scripts/detection-page.mjs\`.

## Evaluation, by type

${leakTable('Type', 'labels')}

## Second evaluation, by type

${leakTable('Type', 'labels', 'second')}

## Third evaluation, by type

${leakTable('Type', 'labels', 'third')}

## Fourth evaluation, by type

${leakTable('Type', 'labels', 'fourth')}

## Fifth evaluation, by type

${leakTable('Type', 'labels', 'fifth')}

## Sixth evaluation, by type

${leakTable('Type', 'labels', 'sixth')}

## Seventh evaluation, by type

${leakTable('Type', 'labels', 'seventh')}

## Eighth evaluation, by type

${leakTable('Type', 'labels', 'eighth')}

## Evaluation, by language

${leakTable('Language', 'languages')}
`
}

function sets() {
  return ['evaluation', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'development']
    .flatMap(set => [`${set} before`, `${set} after`])
    .filter(name => figures[name])
}

function overallRow(name) {
  const { documents, labels, must, quasi, over, overNegative, type } = figures[name]
  const [corpus, state] = name.split(' ')
  const cells = [
    corpus,
    state,
    documents,
    share(must),
    share(withoutNames(must, labels.PERSON)),
    share(quasi),
    over.toFixed(1),
    overNegative.toFixed(1),
    `${type} %`,
  ]
  return `| ${cells.join(' | ')} |`
}

function withoutNames(must, names = [0, 0]) {
  return [must[0] - names[0], must[1] - names[1]]
}

function leakTable(heading, part, set = 'evaluation') {
  const states = [`${set} before`, `${set} after`].filter(name => figures[name])
  const names = Object.keys(figures[states[0]]?.[part] ?? {}).sort()
  const head = `| ${heading} | ${states.map(name => `Leaked ${name.split(' ')[1]}`).join(' | ')} |`
  const rows = names.map(name => `| ${name} | ${states.map(state => share(figures[state][part][name])).join(' | ')} |`)
  return [head, `| --- |${' ---: |'.repeat(states.length)}`, ...rows].join('\n')
}

function share([leaked, entities]) {
  if (entities === 0) return '-'
  return `${leaked} of ${entities} (${((100 * leaked) / entities).toFixed(1)} %)`
}

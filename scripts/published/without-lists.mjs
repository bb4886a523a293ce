// What the published files do without: the examples of recognizers, which are test data, and their label words, which the
// build has read into tables.bin.
import { readdirSync, readFileSync } from 'node:fs'
import { replaceSpans, walk } from './syntax.mjs'

const detection = /[\\/]detect[\\/]/

export function withoutLists(compiled) {
  const kept = readElsewhere(`${compiled}/detect`)
  return {
    name: 'without-lists',
    transform(code, id) {
      if (!detection.test(id)) return null
      if (/[\\/]detect[\\/]built\.js$/.test(id)) return { code: published(code), map: null }
      const spans = []
      walk(this.parse(code), (node, parents) => {
        if (node.type !== 'Property' || node.shorthand || node.computed) return
        const { start, end } = node.value
        if (node.key.name === 'examples' && /[\\/]recognizers[\\/]/.test(id)) spans.push({ start, end, text: 'null' })
        else if (isWordList(node, parents, kept)) spans.push({ start, end, text: '{}' })
      })
      const changed = replaceSpans(code, withoutInner(spans))
      return changed === null ? null : { code: changed, map: null }
    },
  }
}

function published(code) {
  const changed = code.replace('isPublished = false', 'isPublished = true')
  if (changed === code) throw new Error('built.ts has no switch for the build')
  return changed
}

/** Names of groups whose words are read by something else than the lexicon: `birthWords.words`. */
function readElsewhere(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'))
  const codes = files.map(file => readFileSync(`${folder}/${file}`, 'utf8'))
  return new Set(codes.flatMap(code => [...code.matchAll(/(\w+)\.words\b/g)].map(([, name]) => name)))
}

/** `words` beside a `name`, in a group or in what a group is made of. */
function isWordList(node, parents, kept) {
  const object = parents.at(-1)
  if (node.key.name !== 'words' || object.type !== 'ObjectExpression') return false
  if (!object.properties.some(({ key }) => key?.name === 'name')) return false
  const declared = parents.at(-2)
  return declared.type !== 'VariableDeclarator' || !kept.has(declared.id.name)
}

function withoutInner(spans) {
  return spans.filter(({ start, end }) => !spans.some(other => other.start < start && end < other.end))
}

// Published files hold ASCII alone: V8 keeps them in half the memory, and reads them faster.
import { replaceSpans, walk } from './syntax.mjs'

/** Raw strings become plain ones, since an escape would stand in them as it is written. */
export function withoutRawStrings() {
  return {
    name: 'without-raw-strings',
    transform(code) {
      if (!code.includes('String.raw')) return null
      const spans = []
      walk(this.parse(code), node => {
        if (node.type !== 'TaggedTemplateExpression' || code.slice(node.tag.start, node.tag.end) !== 'String.raw')
          return
        spans.push({ start: node.tag.start, end: node.tag.end, text: '' })
        for (const { start, end } of node.quasi.quasis) {
          spans.push({ start, end, text: code.slice(start, end).replace(/[\\`]|\$\{/g, '\\$&') })
        }
      })
      const changed = replaceSpans(code, spans)
      return changed === null ? null : { code: changed, map: null }
    },
  }
}

/** Escapes of UTF-16 units, which strings, templates and patterns all understand. */
export function asAscii(code) {
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

// Walking what the parser of the bundler gives, and changing a module's code by its offsets.

/** Calls `visit` with every node and its parents, the nearest last. */
export function walk(node, visit, parents = []) {
  visit(node, parents)
  parents.push(node)
  for (const child of childrenOf(node)) walk(child, visit, parents)
  parents.pop()
}

function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter(child => child !== null && typeof child === 'object' && typeof child.type === 'string')
}

/** The code with spans replaced, which must not overlap; `null` where there are none. */
export function replaceSpans(code, spans) {
  if (spans.length === 0) return null
  let changed = ''
  let from = 0
  for (const { start, end, text } of spans.toSorted((one, other) => one.start - other.start)) {
    if (start < from) throw new Error('Two changes of a module overlap')
    changed += code.slice(from, start) + text
    from = end
  }
  return changed + code.slice(from)
}

/**
 * Regular expressions that name properties of Unicode (`\p{L}`) are made when they are first needed. V8 reads each when it parses
 * a module, even inside functions, and again when it is made: a hundred of them took a quarter of the time of importing the package.
 * An expression written as a string is read once, and only if it is used.
 */
import { replaceSpans, walk } from './syntax.mjs'

const isFunction = ({ type }) => /^(?:Arrow)?Function/.test(type)
/** Methods of strings that leave a global expression as they found it. */
const leavesAlone = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split'])

/** `lazily`: the module that exports the function of this name. */ /** Functions of ours that say where a sticky expression is to match. */
const setsPlace = new Set(['matchAt', 'matchesAt'])

export function lazyPatterns(sources, lazily) {
  return {
    name: 'lazy-patterns',
    transform(code, id) {
      if (!id.startsWith(sources) || id === lazily || !/\\p\{/i.test(code)) return null
      const program = this.parse(code)
      const constants = lazyConstants(program)
      const spans = []
      const made = []
      walk(program, (node, parents) => {
        if (isPattern(node)) {
          const text = `new RegExp(${JSON.stringify(node.regex.pattern)}, ${JSON.stringify(node.regex.flags)})`
          const isConstant = constants.get(declaredName(parents))?.init === node
          if (isConstant) spans.push({ start: node.start, end: node.end, text: `lazily$(() => ${text})` })
          else if (isMadeOnce(node, parents)) spans.push({ start: node.start, end: node.end, text })
          else if (parents.at(-1).type === 'Property' && !parents.some(isFunction)) {
            const { key, computed, start, end } = parents.at(-1)
            if (computed) return
            const name = code.slice(key.start, key.end)
            spans.push({ start, end, text: `get ${name}() { return pattern$${made.length}() }` })
            made.push(`const pattern$${made.length} = lazily$(() => ${text});\n`)
          } else if (parents.some(isFunction) || isInside(parents, constants)) {
            if (!isShareable(node, parents)) return
            spans.push({ start: node.start, end: node.end, text: `pattern$${made.length}()` })
            made.push(`const pattern$${made.length} = lazily$(() => ${text});\n`)
          }
          return
        }
        const own = node.type === 'NewExpression' ? constants.get(declaredName(parents)) : undefined
        if (own?.init === node) {
          spans.push({ start: node.start, end: node.start, text: 'lazily$(() => ' })
          spans.push({ start: node.end, end: node.end, text: ')' })
        } else if (node.type === 'Identifier' && constants.has(node.name) && isReference(node, parents)) {
          const parent = parents.at(-1)
          // `{ word }` holds the name twice at one place.
          if (parent.type === 'Property' && parent.key === node && parent.shorthand) return
          const text =
            parent.type === 'Property' && parent.shorthand ? `${node.name}: ${node.name}()` : `${node.name}()`
          spans.push({ start: node.start, end: node.end, text })
        }
      })
      if (spans.length === 0) return null
      const changed = replaceSpans(code, spans)
      return {
        code: `import { lazily as lazily$ } from ${JSON.stringify(lazily)};\n${made.join('')}${changed}`,
        map: null,
      }
    },
  }
}

function isPattern(node) {
  return node.type === 'Literal' && node.regex !== undefined && node.regex !== null && /\\p\{/i.test(node.regex.pattern)
}

/** `lazily(() => /…/)`, as it stands in the sources. */
function isMadeOnce(node, parents) {
  const [call, made] = parents.slice(-2)
  return made?.body === node && call.type === 'CallExpression' && call.callee.name === 'lazily'
}

/** May one expression stand for all that this literal would make? Not where it remembers a place between calls. */
function isShareable({ regex }, parents) {
  if (!/[gy]/.test(regex.flags)) return true
  const { type, callee } = parents.at(-1)
  if (type !== 'CallExpression') return false
  if (setsPlace.has(callee.name)) return true
  return !regex.flags.includes('y') && callee.type === 'MemberExpression' && leavesAlone.has(callee.property.name)
}

function declaredName(parents) {
  const parent = parents.at(-1)
  return parent?.type === 'VariableDeclarator' ? parent.id.name : undefined
}

/** Does the node stand in what makes one of these constants, so that it is read late itself? */
function isInside(parents, constants) {
  return parents.some(parent => [...constants.values()].some(({ init }) => init === parent))
}

/** Constants of the module, not exported, that hold such an expression and are read in functions only. */
function lazyConstants(program) {
  const constants = new Map()
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue
    for (const { id, init } of statement.declarations) {
      if (id.type === 'Identifier' && (isPattern(init) || isMade(init))) constants.set(id.name, { id, init })
    }
  }
  for (let before = -1; before !== constants.size; ) {
    before = constants.size
    walk(program, (node, parents) => {
      const known = node.type === 'Identifier' ? constants.get(node.name) : undefined
      if (known === undefined || known.id === node || isKey(node, parents)) return
      const isLate = parents.some(isFunction) || isInside(parents, constants)
      if (!isLate || !isReference(node, parents)) constants.delete(node.name)
    })
  }
  return constants
}

/** `new RegExp(…)`. */
function isMade(init) {
  return init?.type === 'NewExpression' && init.callee.type === 'Identifier' && init.callee.name === 'RegExp'
}

function isKey(node, parents) {
  const parent = parents.at(-1)
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed
  return 'key' in parent && parent.key === node && !parent.computed && !parent.shorthand
}

/** Is the name read here? Not where it is declared (again), written or exported. */
function isReference(node, parents) {
  if (isKey(node, parents)) return false
  const parent = parents.at(-1)
  if (parent.type === 'VariableDeclarator') return parent.init === node
  if (/Pattern$|^RestElement|^CatchClause|Specifier$|^Label|^UpdateExpression/.test(parent.type)) return false
  if (parent.type === 'AssignmentExpression') return parent.right === node
  if (parent.type === 'Property') return parents.at(-2).type === 'ObjectExpression'
  return !isFunction(parent) || parent.body === node
}

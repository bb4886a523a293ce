/**
 * Lines of batch and training files. A line of a batch is a whole request with the path it is meant for; its body is
 * read as that request would be.
 */
import { wireFormatNames } from '../options.ts'
import type { WireFormat } from './format.ts'
import type { JsonDocument } from './json-document.ts'
import { generic } from './providers/generic.ts'
import { routeTable } from './providers/match.ts'
import { compileRules, type Rules } from './rules.ts'

const rulesByFormat = new Map<WireFormat, Rules>()

/** The rules for one line of a file, which hold for the whole line. */
export function lineRules(line: JsonDocument): Rules {
  const format = formatOfLine(line)
  const known = rulesByFormat.get(format)
  if (known !== undefined) return known
  const rules = compileRules({ root: { custom_id: 'ID', method: 'ID', url: 'ID' } })
  rules.root.keys.set('body', format.request.root)
  rulesByFormat.set(format, rules)
  return rules
}

function formatOfLine(line: JsonDocument): WireFormat {
  const at = line.field('url')
  if (at === null || !line.tape.isString(at)) return generic
  return routeTable.find(line.tape.string(at), wireFormatNames)?.format ?? generic
}

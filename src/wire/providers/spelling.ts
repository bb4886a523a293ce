/** Google's APIs write field names in lowerCamelCase and take snake_case as well (ProtoJSON): both spellings mean the same. */
import type { RuleTarget, Shape } from '../rules.ts'

/** A shape written in lowerCamelCase, in both spellings. */
export function bothSpellings(shape: Shape): Shape {
  const both = new Map<string, RuleTarget>()
  for (const [pattern, target] of Object.entries(shape)) {
    both.set(pattern, target)
    both.set(toSnakeCase(pattern), target)
  }
  return Object.fromEntries(both)
}

/** Kinds between `<` and `>` are values, not names of fields. */
function toSnakeCase(pattern: string): string {
  return pattern.replace(/<[^>]*>|[A-Z]/g, found => (found.startsWith('<') ? found : `_${found.toLowerCase()}`))
}

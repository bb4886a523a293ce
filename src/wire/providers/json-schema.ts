/**
 * JSON Schema as tools and structured answers carry it. Keys are never changed (strict modes hash the schema); values
 * that may hold personal data are read: descriptions, and the example, default and enumerated values.
 * What stands here as ID only has to look like one; a `pattern` or an unknown keyword is text.
 */
import type { Shape } from '../rules.ts'

export const jsonSchema: Shape = {
  $anchor: 'ID',
  '$defs.*': '$schema',
  $id: 'ID',
  $ref: 'ID',
  $schema: 'ID',
  additionalProperties: '$schema',
  'allOf[]': '$schema',
  'anyOf[]': '$schema',
  const: 'VALUE',
  contains: '$schema',
  default: 'VALUE',
  'definitions.*': '$schema',
  'dependentSchemas.*': '$schema',
  description: 'TEXT',
  else: '$schema',
  enum: 'VALUE',
  examples: 'VALUE',
  exclusiveMaximum: 'ID',
  exclusiveMinimum: 'ID',
  format: 'ID',
  if: '$schema',
  items: '$schema',
  maxItems: 'ID',
  maxLength: 'ID',
  maximum: 'ID',
  minItems: 'ID',
  minLength: 'ID',
  minimum: 'ID',
  multipleOf: 'ID',
  not: '$schema',
  'oneOf[]': '$schema',
  'patternProperties.*': '$schema',
  'prefixItems[]': '$schema',
  'properties.*': '$schema',
  propertyNames: '$schema',
  required: 'ID',
  // biome-ignore lint/suspicious/noThenProperty: the name of the keyword; nobody awaits this table.
  then: '$schema',
  title: 'TEXT',
  type: 'ID',
}

/** All ways in which labels and values hang together in a text. */

import { groupsOfKey } from '../hints.ts'
import { type LabelledValue, valuesOfLabels } from '../labelled-values.ts'
import type { Tables } from '../tables.ts'
import type { Notes } from '../view.ts'
import { valuesOfObjects } from './object.ts'
import { valuesOfInserts } from './sql-insert.ts'
import { valuesOfTables } from './table.ts'
import { valuesBefore } from './value-before.ts'

export function labelledValues(text: string, notes: Notes, tables: Tables): LabelledValue[] {
  const { labels } = notes
  const { groups } = tables
  if (labels.length === 0) return []
  const readHead = (head: string) => groupsOfKey(head, tables)
  return [
    ...valuesOfLabels(text, labels, groups),
    ...valuesBefore(text, labels, groups),
    ...valuesOfObjects(text, labels, groups),
    ...valuesOfTables(text, labels, readHead),
    ...valuesOfInserts(text, labels, groups, readHead),
  ]
}

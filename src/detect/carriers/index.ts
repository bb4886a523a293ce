/** All ways in which labels and values hang together in a text. */

import { groupsOfKey } from '../hints.ts'
import { type LabelledValue, valuesOfLabels } from '../labelled-values.ts'
import type { Tables } from '../tables.ts'
import type { LentText } from '../units.ts'
import type { Notes } from '../view.ts'
import { withAnswers } from './answer.ts'
import { addValuesOfColumns } from './columns.ts'
import { addValuesOfHtmlTables } from './html-table.ts'
import { addValuesOfObjects } from './object.ts'
import { addValuesOfPairs } from './paired-fields.ts'
import { addValuesOfInserts } from './sql-insert.ts'
import { addValuesOfTables } from './table.ts'
import { addValuesBefore } from './value-before.ts'

export function labelledValues(source: LentText, notes: Notes, tables: Tables): LabelledValue[] {
  const { text } = source
  const { labels } = notes
  const { groups, namesValues } = tables
  if (labels.length === 0) return []
  const naming = labels.filter(({ group }) => namesValues[group])
  const readHead = (head: string) => groupsOfKey(head, tables)
  const values = withAnswers(source, naming, groups, valuesOfLabels(source, labels, tables))
  addValuesBefore(source, naming, groups, values)
  addValuesOfObjects(source, naming, groups, values)
  addValuesOfPairs(source, naming, groups, values)
  addValuesOfTables(source, naming, readHead, values)
  addValuesOfColumns(source, naming, readHead, values)
  addValuesOfHtmlTables(text, naming, readHead, values)
  addValuesOfInserts(text, naming, groups, readHead, values)
  return values
}

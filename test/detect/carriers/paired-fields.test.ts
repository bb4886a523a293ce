import { describe, expect, it } from 'vitest'
import { detectNow, mark, withoutNames } from '../marked.ts'

function expectFound(expected: string, type = 'CUSTOMER_ID') {
  const text = expected.replaceAll(/[«»]/g, '')
  expect(
    mark(
      text,
      detectNow(text, withoutNames).filter(finding => finding.type === type),
    ),
  ).toBe(expected)
}

describe('a field says what the one beside it holds', () => {
  it.each([
    ['a custom field', '{"name":"Kundennummer","value":"«200114567»"}'],
    ['a key as its name', '{"key": "customer_number", "value": "«K-88213»"}'],
    ['a number', '{"id":1,"title":"Customer number","required":true,"value":«88213»}'],
    ['a field in a field', '{"field":{"title":"Numéro client (facultatif)"},"number":«8831207»}'],
    ['an answer', '[{"question":"What is your customer number?","answer":"«C-4471-20»"}]'],
    ['a list of answers', '{"label":"Customer number:","answers":["«C-4471-20»"]}'],
    ['JSON in a string', '"{\\"fieldName\\":\\"customer no\\",\\"fieldValue\\":\\"«C-4471-20»\\"}"'],
    ['a field of HTML', '<input type="text" name="customer_number" value="«884213»">'],
    ['YAML', '- name: customer number\n  value: «884213»\n- name: size\n  value: 884214'],
    ['lines', '{\n  "label": "Customer number",\n  "type": "text",\n  "value": "«884213»"\n}'],
    ['a property', '<property key="customer_id" value="«884213»"/>'],
  ])('%s', (_what, expected) => expectFound(expected))

  it.each([
    ['DATE_OF_BIRTH', '{"field":{"title":"Ihr Geburtsdatum"},"date":"«1988-02-17»"}'],
    ['LICENSE_PLATE', '{"label":"Kennzeichen","value":"«GE-JG 740»"}'],
    ['SECRET', 'env:\n  - name: DB_PASSWORD\n    value: «hunter2bunny»\n'],
    ['PASSPORT', '{"name":"passport number","value":"«X77120093»"}'],
  ])('%s', (type, expected) => expectFound(expected, type))

  it.each([
    ['the next pair is another one', '{"name":"Customer number"},{"name":"Size","value":"884213"}'],
    ['no field names the label', '{"note":"no customer number","value":"884213"}'],
    ['the value is no field that holds', '{"name":"Customer number","width":884213}'],
    ['far away', `{"name":"Customer number","help":"${'x '.repeat(120)}","value":884213}`],
  ])('but not where %s', (_what, text) => expectFound(text))
})

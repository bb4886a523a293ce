import { describe, expect, it } from 'vitest'
import { detectNow, mark, withoutNames } from '../marked.ts'

function expectFound(expected: string) {
  const text = expected.replaceAll(/[«»]/g, '')
  const numbers = detectNow(text, withoutNames).filter(({ type }) => type === 'ORDER_NUMBER')
  expect(mark(text, numbers)).toBe(expected)
}

describe('a label names its value', () => {
  it.each([
    ['in prose', 'my order number is «12345», thanks'],
    ['in a form', 'Order No.: «12345»\nName: -'],
    ['in a form, on the next line', 'Order number:\n  «12345»'],
    ['in Markdown', '**Order:** «ORD-77»\n- order `«ORD-78»`'],
    ['in JSON', '{"status": 67890, "orderNumber": "«12345»", "n": 67890}'],
    ['in JSON, as a number', '{"order_id": «12345»}'],
    ['in JSON in a string', '"{\\"orderNo\\":\\"«12345»\\"}"'],
    [
      'in JSON, by the key of the object',
      '{"order":{"status":"sent","total":67890,"items":[{"id":99887}],"id":"«SO-12345»"}}',
    ],
    ['in YAML', 'order:\n  id: «12345»\ncount: 67890'],
    ['in an env file', 'ORDER_ID=«12345»\nLIMIT=67890'],
    ['in a log', 'ts=67890 level=info order_id=«12345» ms=67890'],
    ['in a URL', 'https://shop.example/track?order=«12345»&page=67890'],
    ['in XML', '<total>67890</total><orderNumber>«12345»</orderNumber>'],
    ['in an HTML table row', '<tr><td>Order number</td><td class="x">«12345»</td></tr>'],
    ['in a two-column table', '| Order number | «12345» |\n|---|---|'],
    ['in code', 'refund({ orderNumber: "«12345»", retries: 67890 })'],
    ['in Hungarian, before the label', 'a «HU-2031-0736» számú rendelésem, a „«RX-3627»” sz. rendelés'],
    ['in SQL', "SELECT * FROM t WHERE order_no = '«12345»' AND n = 67890"],
  ])('%s', (_where, expected) => expectFound(expected))
})

describe('an answer is named by the question for it', () => {
  it.each([
    ['in the next line', 'Agent: And your order number?\nCaller: «RX-3627-18»\nAgent: Thanks, 67890 points.'],
    ['behind words', 'Agent: Your order number, please?\nCaller: Yes, it says «3627180»\n'],
    ['behind a time', '[09:14] agent: order number?\n[09:15] jo: «RX-3627-18» I think'],
    ['behind a request that ends with a dot', 'Beraterin: Die Bestellnummer bitte.\nKunde: «RX-3627-18»'],
    ['in the same line', 'Konsultantka: Numer zamówienia? Klient: «RX-3627-18». Konsultantka: 67890'],
  ])('%s', (_where, expected) => expectFound(expected))

  it('and by no label that asks for nothing', () => {
    expectFound('Please note the order number\nTotal: 67890 pieces')
  })
})

describe('a label and its number', () => {
  it.each([
    ['with "my" and "is" between', 'Ο αριθμός παραγγελίας μου είναι «RX-3627-18», το όνομα'],
    ['with "would be" between', 'le numéro de commande serait le «RX-3627-18» je crois'],
    ['with the word for number cut short', 'č. objednávky «3627180», nr zamówienia «3627181», št. naročila «3627182»'],
    ['printed in groups', 'Bestellnummer: «7 362 718 03», Auftrags-Nr. «36 271 803», order no. «S36 271 803».'],
    ['printed with dots, as versions are', 'número de pedido: «36.271», ordine n. «100.3627.1803»'],
    ['in groups behind a code', 'consignment «JD0002 3627 1803 1192» was sent'],
    ['but not with the date behind it', 'Bestellnummer 36271 vom 12.05.2024'.replace('36271', '«36271»')],
  ])('%s', (_where, expected) => expectFound(expected))
})

describe('the head of a column names its cells', () => {
  it.each([
    [
      'in an HTML table',
      '<table><tr><th>Name</th><th>Order no.</th><th>Qty</th></tr>\n<tr><td>Jo</td><td>«1001»</td><td>67890</td></tr>\n<tr><td>Mo</td><td class="x"> «1002» </td><td>5</td></tr></table>',
    ],
    ['in CSV', 'name,order_no,total\nJo,«1001»,67890\nMo,«1002»,67890\n'],
    ['in CSV behind other text', 'Sort this:\n\nid;order no;n\n1;«1001»;7\n2;;7\n3;«1003»;7\n\n1;1004;7'],
    ['in CSV with quotes', '"order","note"\n"«1001»","a, b"\n"«1002»","c ""d"", e"'],
    ['in CSV with a stray comma', 'who,order,n\nDoe, Jo,«1001»,5\nMo,«1002»,5'],
    ['in tab-separated text', 'n\torder\n7\t«1001»\n8\t«1002»'],
    [
      'in a Markdown table',
      '| # | Order | Total |\n|---|:---:|---|\n| 1 | «1001» | 67890 |\n| 2 | #«1002» | 67890 |\n\n| 1 | 1003 | 5 |'.replace(
        '#«1002»',
        '«#1002»',
      ),
    ],
    ['in a psql table', ' id | order_no | n\n----+----------+---\n 67890 | «1001» | 4\n(1 row)'],
    [
      'in SQL',
      "INSERT INTO sales (id, order_no, note) VALUES\n(67890, '«1001»', 'it''s, ok'),\n(12346, '«1002»', NULL);",
    ],
  ])('%s', (_where, expected) => expectFound(expected))

  it('stays with its table', () => {
    expectFound('order,n\n«1001»,5\n\nLater we saw 1002, 1003 and more.')
  })

  it('is no sentence with commas', () => {
    expectFound('First we sort the rows, then the order\n12345, 12346')
  })
})

describe('columns that stand below each other', () => {
  it.each([
    [
      'with a rule below the head',
      'Kunde          Ort        Order no.\n-------------  ---------  ---------\nFischer, Uwe   Plauen     «88441»\nRoth, Silke    Zwickau    «88442»\n',
    ],
    [
      'without one',
      'Name       Order no.   Total\nJo         «88441»      67890\nMo         «88442»      67890\n\nX  88443',
    ],
    ['flush right', 'Name        Order no.   Total\nJo          «  88441»       7\n'.replace('«  88441»', '  «88441»')],
    ['with a leader of dots', 'Name ......... Jo\nOrder no. ..... «88441»\nTotal ........ 67890\n'],
  ])('%s', (_where, expected) => expectFound(expected))
})

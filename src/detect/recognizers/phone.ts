import { findBracketed, findInternational } from '../phone/international.ts'
import { findExtension, findLabelled } from '../phone/labelled.ts'
import { findLithuanian, findNational } from '../phone/national.ts'
import { callWords, extensionWords, phoneWords, plainNumberWords, reachWords } from '../phone/words.ts'
import { type BuiltInRecognizer, onLabel, onRun, onText } from '../recognizer.ts'
import { pairs } from '../run-filter.ts'

/** A sign or another number right before it: it starts no number. `20'014.14` is how the Swiss write amounts. */
const joinedBefore = ['+', ...pairs('9', "': -.,/_"), ...pairs('a', '-.,/_')]

/** Anything but letters and digits. */
const notInWord = ' "=-'

export const phone: BuiltInRecognizer = {
  name: 'phone',
  source: 'https://www.itu.int/rec/T-REC-E.123',
  types: ['PHONE'],
  context: [callWords, plainNumberWords, reachWords],
  anchors: [
    onText('+', findInternational, '9', notInWord),
    onText('(', findBracketed, '9', notInWord),
    // Most short runs are counts, years and parts of dates.
    onRun(2, 6, findNational, { made: ['9'], after: pairs(' -./\n', '9 -./()\n'), notBefore: joinedBefore }),
    // "8 655 50373", "0 612 55037"
    onRun(1, 1, findLithuanian, { made: ['9'], after: [' 9', '-9'], notBefore: joinedBefore }),
    onRun(7, 13, findNational, { made: ['9'], notBefore: joinedBefore }),
    onLabel(phoneWords, findLabelled),
    onLabel(extensionWords, findExtension),
  ],
  examples: {
    match: [
      'Mobil «+49 (0)151 64820937»',
      'ring «+45 97 55 50 64» now',
      'or «+1-312-555-0172», he said',
      '«(+48) 512 550 347» | web',
      'reach me on «020 7946 0381» or later',
      'Tel. «06131/555 02 46»',
      '«(0221) 555 0134»',
      '«06.39.98.72.46»;16BR70482',
      'bel me op «06 - 41 73 20 65»',
      'call me on «(503) 555-0148»',
      'or «303.555.0164»',
      'llame al «644 017 359» hoy',
      'telefonnr: «20 55 50 73»',
      '"phone":"«777555063»"',
      'nr tel «0634172985»',
      'or «0034 958 00 36 71»',
      'payroll, ext. «4412»',
      'Tel. «+49 7151 4816-305» | Fax -«499»',
    ],
    miss: [
      'on 2024-10-28 at 09:12',
      '01.02.2024 - 03.02.2024',
      'version 0.12.3456.789',
      'EAN 4006381333931, ISBN 0-306-40615-2',
      '1 234 567 890 rows in 512 345 678 ms',
      'order 0034 0434 2907 1638 5204',
      'GMT+0100',
      'a+1234567890x',
      'phone 14 Pro, mobile app 2.11.0',
      'opening 0800-1730',
      'call 2 of 5, 10482 times',
      'x = y + 12345678',
      '| 35 | toner black | 056-1893-45 | 233 pcs |',
    ],
  },
}

/** Named characters of HTML that names, addresses and mail are written with (HTML standard, section 13.5), and numbered ones. */

/** U+00A0 to U+00FF, in order. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

/** Letters of Latin Extended-A and punctuation: a name, then its character. */
const others =
  'Amacr Ā amacr ā Abreve Ă abreve ă Aogon Ą aogon ą Cacute Ć cacute ć Cdot Ċ cdot ċ Ccaron Č ccaron č Dcaron Ď dcaron ď Dstrok Đ ' +
  'dstrok đ Emacr Ē emacr ē Edot Ė edot ė Eogon Ę eogon ę Ecaron Ě ecaron ě Gbreve Ğ gbreve ğ Gdot Ġ gdot ġ Gcedil Ģ Hstrok Ħ ' +
  'hstrok ħ Imacr Ī imacr ī Iogon Į iogon į Idot İ imath ı Kcedil Ķ kcedil ķ Lacute Ĺ lacute ĺ Lcedil Ļ lcedil ļ Lcaron Ľ lcaron ľ ' +
  'Lstrok Ł lstrok ł Nacute Ń nacute ń Ncedil Ņ ncedil ņ Ncaron Ň ncaron ň Odblac Ő odblac ő OElig Œ oelig œ Racute Ŕ racute ŕ ' +
  'Rcaron Ř rcaron ř Sacute Ś sacute ś Scedil Ş scedil ş Scaron Š scaron š Tcedil Ţ tcedil ţ Tcaron Ť tcaron ť Umacr Ū umacr ū ' +
  'Uring Ů uring ů Udblac Ű udblac ű Uogon Ų uogon ų Yuml Ÿ Zacute Ź zacute ź Zdot Ż zdot ż Zcaron Ž zcaron ž ' +
  'amp & lt < gt > quot " apos \' commat @ period . comma , colon : lowbar _ num # plus + sol / hyphen \u2010 dash \u2010 ' +
  'ndash \u2013 mdash \u2014 lsquo \u2018 rsquo \u2019 sbquo \u201a ldquo \u201c rdquo \u201d bdquo \u201e zwnj \u200c zwj \u200d'

const characters = new Map<string, string>([
  ...latin.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ...inPairs(others.split(' ')),
  ...['ensp', 'emsp', 'thinsp'].map((name): [string, string] => [name, ' ']),
  ['Tab', '\t'],
  ['NewLine', '\n'],
])

/** The character that `name` stands for between `&` and `;`; `null` where it is none, or none that a reader sees. */
export function entityCharacter(name: string): string | null {
  if (!name.startsWith('#')) return characters.get(name) ?? null
  const [, hex, decimal] = /^#(?:[xX]([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name) ?? []
  const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16)
  const isShown = code === 0x09 || code === 0x0a || code === 0x0d || (code >= 0x20 && code <= 0x10ffff)
  return isShown ? String.fromCodePoint(code) : null
}

function inPairs(words: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < words.length; index += 2) pairs.push([words[index]!, words[index + 1]!])
  return pairs
}

/** Lines from fields of work that have numbers, codes and capitals of their own: sports, law, music, chemistry, transport, operations. */
import type { Chance } from './random.ts'

type Line = (chance: Chance) => string

const list = (written: string) => written.split('|')
const clubs = list(
  'Real Sociedad|Ajax|Benfica|Club Brugge|Malmö FF|Lech Poznań|Slavia Praha|Rapid Wien|Celtic|Panathinaikos',
)
const stations = list(
  'Gare du Nord|Wien Hbf|Milano Centrale|København H|Praha hl.n.|Warszawa Centralna|Lisboa Oriente|Oslo S',
)
const peaks = list('Scafell Pike|Großglockner|Rysy|Mulhacén|Galdhøpiggen|Triglav|Musala|Olympus')
const moves = list('e4|d4|Nf3|Nc6|Bb5|a6|O-O|Qxd5+|Rfe1|Bxh7+|cxd4|g6|Bg7|exd5|Nbd7|h3|Qd2|Rac8|b5|f4')
const substances = list('NaCl|H2SO4|C6H12O6|CH3COOH|NaOH|KMnO4|C2H5OH|CaCO3|Fe2O3|NH4NO3')
const works = list('Sonata|Concerto|Quartet|Étude|Prelude|Fugue|Nocturne|Symphony|Partita|Suite')
const keys = list('C major|A minor|E-flat major|F-sharp minor|B-flat major|D minor')
const resources = list(
  'aws_s3_bucket|google_compute_instance|azurerm_subnet|aws_lambda_function|helm_release|aws_sqs_queue',
)
const apps = list('web|api|worker|redis|ingress|metrics|orders|billing|search|customers')
const tickers = list('ACME|GLBX|NRTH|ZEPH|ORBX|KLTR|VNTR|QUAD')
const goods = list('Mouse|Keyboard|Lamp|Hose|Bracket|Filter|Adapter|Gasket|Cable|Switch')
const verbs = list('parse|encode|resolve|commit|flush|rotate|merge|split|index|sort')
const laws = list('BGB|StGB|ZPO|UStG|HGB|AktG|SGB V|GewO')

const two = (value: number) => String(value).padStart(2, '0')
const time = (chance: Chance) => `${two(chance.whole(0, 23))}:${two(chance.whole(0, 59))}`
const places = (chance: Chance, digits: number) => `${chance.whole(1, 89)}.${chance.digits(digits)}`
const several = (chance: Chance, count: number, make: (chance: Chance) => string) =>
  Array.from({ length: count }, () => make(chance)).join(' ')

export const fieldKinds: Readonly<Record<string, readonly Line[]>> = {
  kubernetes: [
    chance => `  name: ${chance.pick(apps)}-${chance.hex(9)}-${chance.pick(['x7k2p', 'q9zlm'])}`,
    chance => `          image: registry.internal/${chance.pick(apps)}:${chance.version()}`,
    chance => `            - containerPort: ${chance.whole(1024, 49151)}`,
    chance => `              cpu: ${chance.whole(50, 2000)}m`,
    chance => `              memory: ${chance.whole(64, 8192)}Mi`,
    chance => `  resourceVersion: "${chance.whole(100000, 99999999)}"`,
    chance => `  uid: ${chance.uuid()}`,
    chance => `    app.kubernetes.io/name: ${chance.pick(apps)}`,
    chance => `  creationTimestamp: "${chance.date()}T${chance.clock()}Z"`,
    chance => `      - key: order-service-${chance.whole(1, 20)}`,
    chance => `  replicas: ${chance.whole(1, 12)}  # was ${chance.whole(1, 12)} before ${chance.date()}`,
    chance => `    checksum/config: ${chance.hex(64)}`,
  ],
  terraform: [
    chance => `resource "${chance.pick(resources)}" "${chance.pick(apps)}_${chance.whole(1, 40)}" {`,
    chance => `  ami           = "ami-0${chance.hex(16)}"`,
    chance => `  vpc_id        = "vpc-0${chance.hex(16)}"`,
    chance => `  instance_type = "t3.${chance.pick(['micro', 'small', 'large'])}"`,
    chance => `  retention_in_days = ${chance.whole(1, 365)}`,
    chance => `  source_code_hash  = filebase64sha256("${chance.pick(apps)}.zip")`,
    chance => `  version = "~> ${chance.whole(1, 9)}.${chance.whole(0, 90)}"`,
    chance => `  etag = "${chance.hex(32)}"`,
    () => '}',
    chance => `  from_port = ${chance.whole(1, 65535)}`,
    chance => `  name = "customer-export-${chance.pick(apps)}"`,
    chance =>
      `Plan: ${chance.whole(0, 40)} to add, ${chance.whole(0, 40)} to change, ${chance.whole(0, 9)} to destroy.`,
  ],
  dump: [
    chance =>
      `INSERT INTO products (sku, name, price, weight_g) VALUES ('${chance.pick(['KB', 'MS', 'LP'])}-${chance.digits(5)}', '${chance.pick(goods)}', ${chance.whole(1, 900)}.${chance.digits(2)}, ${chance.whole(1, 9000)});`,
    chance => `UPDATE stock SET quantity = ${chance.whole(0, 999)} WHERE product_id = ${chance.whole(1, 9999)};`,
    chance => `CREATE INDEX idx_${chance.pick(apps)}_${chance.whole(1, 99)} ON orders (created_at DESC, status);`,
    chance => `SELECT count(*) FROM orders WHERE total > ${chance.whole(1, 999)} GROUP BY 1,${chance.whole(2, 4)};`,
    chance => `ALTER TABLE invoices ADD COLUMN invoice_number VARCHAR(${chance.whole(8, 64)}) NOT NULL;`,
    chance => `-- ${chance.whole(1, 999999)} rows, ${chance.whole(1, 900)} MB, dumped ${chance.date()}`,
    chance =>
      `(${chance.whole(1, 9999)}, '${chance.pick(goods)} ${chance.whole(1, 99)} mm', ${chance.whole(1, 99)}.${chance.digits(2)}, NULL),`,
    chance => `SET FOREIGN_KEY_CHECKS = ${chance.whole(0, 1)};`,
  ],
  sports: [
    chance =>
      `${chance.pick(clubs)} – ${chance.pick(clubs)} ${chance.whole(0, 5)}:${chance.whole(0, 5)} (${chance.whole(0, 3)}:${chance.whole(0, 3)})`,
    chance =>
      `${chance.whole(1, 20)}. ${chance.pick(clubs)} ${chance.whole(10, 38)} ${chance.whole(0, 30)} ${chance.whole(0, 12)} ${chance.whole(0, 20)} ${chance.whole(10, 99)}:${chance.whole(10, 99)} ${chance.whole(5, 95)}`,
    chance => `Attendance: ${chance.whole(1, 80)},${chance.digits(3)}. Possession ${chance.whole(30, 70)} %.`,
    chance => `100 m: ${chance.whole(9, 12)}.${chance.digits(2)} s (wind +${chance.whole(0, 2)}.${chance.whole(0, 9)})`,
    chance =>
      `Marathon 2:${two(chance.whole(5, 59))}:${two(chance.whole(0, 59))}, half 1:${two(chance.whole(2, 30))}:${two(chance.whole(0, 59))}`,
    chance => `Set scores: 6-${chance.whole(0, 4)}, ${chance.whole(3, 7)}-6(${chance.whole(1, 9)}), 7-5`,
    chance =>
      `Jornada ${chance.whole(1, 38)}: min. ${chance.whole(1, 90)}, ${chance.whole(1, 90)}; tarjetas ${chance.whole(0, 9)}`,
    chance =>
      `Lap ${chance.whole(1, 78)}: 1:${two(chance.whole(10, 59))}.${chance.digits(3)} (+${chance.whole(0, 9)}.${chance.digits(3)})`,
  ],
  chess: [
    chance =>
      `${chance.whole(1, 60)}. ${chance.pick(moves)} ${chance.pick(moves)} ${chance.whole(61, 70)}. ${chance.pick(moves)} ${chance.pick(moves)}`,
    chance => `[ECO "${chance.pick(['A', 'B', 'C', 'D', 'E'])}${chance.digits(2)}"]`,
    chance => `[WhiteElo "${chance.whole(1200, 2850)}"]`,
    chance => `[Date "${chance.date().replaceAll('-', '.')}"]`,
    chance => `[TimeControl "${chance.whole(60, 7200)}+${chance.whole(0, 30)}"]`,
    chance =>
      `r1bqkb1r/pppp1ppp/2n2n2/4p3/2B1P3/5N2/PPPP1PPP/RNBQK2R w KQkq - ${chance.whole(0, 40)} ${chance.whole(1, 80)}`,
    chance =>
      `depth ${chance.whole(1, 40)} score cp ${chance.whole(0, 400)} nodes ${chance.whole(1000, 99999999)} nps ${chance.whole(1000, 9999999)}`,
  ],
  chemistry: [
    chance =>
      `${chance.whole(1, 6)} ${chance.pick(substances)} + ${chance.whole(1, 6)} ${chance.pick(substances)} -> ${chance.pick(substances)}`,
    chance => `CAS ${chance.whole(50, 99999)}-${chance.digits(2)}-${chance.whole(0, 9)}`,
    chance => `EC ${chance.digits(3)}-${chance.digits(3)}-${chance.whole(0, 9)}, UN ${chance.whole(1000, 3500)}`,
    chance =>
      `M = ${chance.whole(18, 600)}.${chance.digits(3)} g/mol, mp ${chance.whole(20, 900)} °C, pKa ${chance.whole(1, 14)}.${chance.digits(2)}`,
    chance => `H${chance.whole(200, 420)}, P${chance.whole(101, 502)}+P${chance.whole(201, 502)}`,
    chance =>
      `1H NMR (400 MHz, CDCl3) δ ${chance.whole(1, 9)}.${chance.digits(2)} (s, 3H), ${chance.whole(1, 9)}.${chance.digits(2)} (m, 2H)`,
    chance =>
      `${chance.digits(1)}-(2-hydroxyethyl)-${chance.whole(1, 6)}-piperazine, purity ${chance.whole(90, 99)}.${chance.whole(0, 9)} %`,
    chance => `ΔH = -${chance.whole(10, 4000)} kJ/mol at ${chance.whole(273, 400)}.15 K`,
  ],
  music: [
    chance =>
      `${chance.pick(works)} No. ${chance.whole(1, 32)} in ${chance.pick(keys)}, Op. ${chance.whole(1, 132)} No. ${chance.whole(1, 6)}`,
    chance => `BWV ${chance.whole(1, 1128)}, K. ${chance.whole(1, 626)}, D ${chance.whole(1, 965)}`,
    chance => `${chance.whole(1, 20)}. Allegro con brio (${chance.whole(1, 18)}:${two(chance.whole(0, 59))})`,
    chance => `bars ${chance.whole(1, 200)}-${chance.whole(201, 400)}, quarter = ${chance.whole(40, 208)}`,
    chance => `| Am7 | D7 | Gmaj7 | Cmaj7 | x${chance.whole(2, 8)}`,
    chance => `Catalogue ${chance.digits(3)} ${chance.digits(4)}, ℗ ${chance.whole(1960, 2025)}`,
    chance => `X:${chance.whole(1, 900)} M:6/8 L:1/8 K:G`,
  ],
  timetable: [
    chance => `Line ${chance.whole(1, 900)}: ${several(chance, 8, time)}`,
    chance =>
      `${chance.pick(stations)} ${time(chance)} – ${chance.pick(stations)} ${time(chance)}, platform ${chance.whole(1, 24)}`,
    chance =>
      `ICE ${chance.whole(1, 1999)}, IC ${chance.whole(1, 2999)}, RE ${chance.whole(1, 99)}, S${chance.whole(1, 9)}`,
    chance => `TGV ${chance.whole(6000, 9999)} ${time(chance)} voie ${chance.pick(['A', 'B', 'C'])}`,
    chance =>
      `LH ${chance.whole(100, 2999)} FRA-VIE ${time(chance)} gate ${chance.pick(['A', 'B', 'C'])}${chance.whole(1, 60)}`,
    chance => `Treno R ${chance.whole(2000, 29999)} binario ${chance.whole(1, 24)} ore ${time(chance)}`,
    chance => `kurs ${chance.whole(1, 40)}: ${several(chance, 6, time)}; kursuje 1-5`,
    chance => `Spår ${chance.whole(1, 20)}, tåg ${chance.whole(100, 9999)}, avgår ${time(chance)}`,
  ],
  law: [
    chance => `§ ${chance.whole(1, 990)} Abs. ${chance.whole(1, 9)} Satz ${chance.whole(1, 4)} ${chance.pick(laws)}`,
    chance => `art. L. ${chance.whole(111, 990)}-${chance.whole(1, 40)} du code de commerce`,
    chance =>
      `Art. ${chance.whole(1, 99)}(${chance.whole(1, 9)})(${chance.pick(['a', 'b', 'c'])}) of Regulation (EU) 20${chance.whole(10, 25)}/${chance.whole(1, 2900)}`,
    chance =>
      `OJ L ${chance.whole(1, 400)}, ${chance.whole(1, 28)}.${chance.whole(1, 12)}.20${chance.whole(10, 25)}, p. ${chance.whole(1, 120)}`,
    chance =>
      `BGBl. I S. ${chance.whole(100, 4000)}, zuletzt geändert am ${chance.whole(1, 28)}. Mai 20${chance.whole(10, 25)}`,
    chance =>
      `artículo ${chance.whole(1, 300)} de la Ley ${chance.whole(1, 60)}/20${chance.whole(10, 25)}, BOE núm. ${chance.whole(1, 310)}`,
    chance =>
      `art. ${chance.whole(1, 600)} § ${chance.whole(1, 9)} k.c. (Dz.U. 20${chance.whole(10, 25)} poz. ${chance.whole(1, 2500)})`,
    chance => `ECLI:EU:C:20${chance.whole(10, 25)}:${chance.whole(1, 1200)}, point ${chance.whole(10, 99)}`,
    chance =>
      `čl. ${chance.whole(1, 99)} odst. ${chance.whole(1, 9)} zákona č. ${chance.whole(1, 500)}/20${chance.whole(10, 25)} Sb.`,
    chance =>
      `d.lgs. ${chance.whole(1, 31)} marzo 20${chance.whole(10, 25)}, n. ${chance.whole(1, 300)}, art. ${chance.whole(1, 99)}-bis`,
    chance => `BT-Drs. ${chance.whole(10, 20)}/${chance.whole(1000, 14000)}, S. ${chance.whole(10, 200)} f.`,
  ],
  market: [
    chance =>
      `${chance.pick(tickers)} ${places(chance, 3)} +${chance.whole(0, 4)}.${chance.digits(2)} (+${chance.whole(0, 9)}.${chance.digits(2)}%) vol ${chance.whole(1, 9)},${chance.digits(3)},${chance.digits(3)}`,
    chance =>
      `EUR/USD 1.${chance.digits(4)} GBP/USD 1.${chance.digits(4)} USD/JPY ${chance.whole(100, 160)}.${chance.digits(2)}`,
    chance =>
      `Brent ${places(chance, 2)} | Gold ${chance.whole(1800, 2900)}.${chance.digits(2)} | 10Y ${chance.whole(1, 5)}.${chance.digits(2)}%`,
    chance => `WKN ${chance.digits(6)}, MIC XETR, lot ${chance.whole(1, 100)}`,
    chance =>
      `P/E ${chance.whole(5, 60)}.${chance.digits(1)}, EPS ${chance.whole(0, 12)}.${chance.digits(2)}, yield ${chance.whole(0, 7)}.${chance.digits(2)} %`,
    chance =>
      `Q${chance.whole(1, 4)} 20${chance.whole(15, 25)}: revenue ${chance.whole(1, 90)}.${chance.digits(1)} bn (+${chance.whole(1, 30)} %)`,
  ],
  norms: [
    chance => `EN ISO ${chance.whole(1000, 29999)}-${chance.whole(1, 12)}:20${chance.whole(10, 25)}`,
    chance =>
      `DIN ${chance.whole(100, 19999)}-${chance.whole(1, 9)}:20${chance.whole(10, 25)}-${two(chance.whole(1, 12))}, Tabelle ${chance.whole(1, 20)}`,
    chance => `IEC ${chance.whole(60027, 62999)}-${chance.whole(1, 9)} ed. ${chance.whole(1, 5)}.0`,
    chance =>
      `PN-EN ${chance.whole(1000, 62000)}-${chance.whole(1, 9)}:20${chance.whole(10, 25)}, pkt ${chance.whole(1, 9)}.${chance.whole(1, 9)}.${chance.whole(1, 9)}`,
    chance => `RFC ${chance.whole(700, 9500)}, section ${chance.whole(1, 12)}.${chance.whole(1, 9)}`,
    chance =>
      `ASTM D${chance.whole(100, 7999)}-${chance.digits(2)}, ${chance.whole(20, 300)} MPa, IP${chance.digits(2)}`,
    chance =>
      `6ES7 ${chance.digits(3)}-1${chance.pick(['AG', 'BG'])}${chance.digits(2)}-0XB0, firmware V${chance.whole(1, 4)}.${chance.whole(0, 9)}`,
    chance =>
      `M${chance.whole(3, 30)}x${chance.whole(8, 200)}-8.8, ${chance.whole(1, 400)},${chance.whole(0, 9)} Nm, Ø ${chance.whole(1, 90)}`,
  ],
  places: [
    chance =>
      `summit ${chance.pick(peaks)} ${places(chance, 4)}, ${chance.whole(1, 24)}.${chance.digits(4)} (${chance.whole(500, 2900)} m)`,
    chance => `station ${places(chance, 5)}, ${chance.whole(1, 24)}.${chance.digits(5)}`,
    chance =>
      `Distance ${chance.whole(1, 42)}.${chance.whole(0, 9)} km, ascent ${chance.whole(50, 2400)} m, OS grid NY ${chance.digits(3)} ${chance.digits(3)}`,
    chance =>
      `Bus ${chance.whole(1, 600)} hourly ${time(chance)}-${time(chance)}, car park ${chance.whole(10, 400)} spaces`,
    chance => `UTM 32U ${chance.digits(6)} ${chance.digits(7)}`,
    chance =>
      `elevation ${chance.whole(1, 2900)} m, slope ${chance.whole(1, 40)} %, ${chance.pick(peaks)} trail ${chance.whole(1, 900)}`,
  ],
  latex: [
    chance => `\\cite{knuth${chance.whole(1968, 2010)}}, pp.~${chance.whole(1, 200)}--${chance.whole(201, 900)}`,
    chance => `$\\sum_{i=1}^{${chance.whole(2, 99)}} a_i x^{${chance.whole(2, 9)}} = ${places(chance, 5)}$`,
    chance => `\\begin{tabular}{l${'r'.repeat(chance.whole(1, 4))}} % ${chance.whole(1, 40)} rows`,
    chance =>
      `${chance.pick(['alpha', 'beta'])} & ${places(chance, 3)} & ${chance.whole(1, 999)} & ${places(chance, 4)} \\\\`,
    chance => `\\includegraphics[width=0.${chance.digits(2)}\\textwidth]{fig${chance.whole(1, 40)}.pdf}`,
    chance =>
      `\\label{eq:${chance.whole(1, 99)}} \\eqref{eq:${chance.whole(1, 99)}}, doi:10.${chance.digits(4)}/${chance.digits(3)}`,
    chance => `\\setlength{\\parskip}{${chance.whole(1, 9)}pt plus ${chance.whole(1, 4)}pt}`,
  ],
  patterns: [
    chance =>
      `const RE_${chance.whole(1, 400)} = /^\\+?\\d{${chance.whole(1, 4)},${chance.whole(5, 9)}}[ -]?\\d{3,5}$/`,
    chance => `IBAN: ^[A-Z]{2}\\d{2}[A-Z0-9]{${chance.whole(11, 15)},30}$`,
    chance => `plate := regexp.MustCompile(\`^[A-Z]{1,3}-[A-Z]{1,2} \\d{1,${chance.whole(3, 5)}}$\`)`,
    chance => `rewrite ^/v${chance.whole(1, 9)}/(.*)$ /v${chance.whole(10, 19)}/$1 last;`,
    chance =>
      `grep -E '[0-9]{${chance.whole(2, 9)}}-[0-9]{${chance.whole(2, 9)}}' *.csv | head -${chance.whole(1, 99)}`,
    chance => `mask = "(${chance.digits(3)}) 000-0000".replace(/0/g, '#')`,
    chance => `s/^v([0-9]+)\\.([0-9]+)$/\\1_${chance.whole(1, 99)}/g`,
  ],
  code: [
    chance => `public static final long serialVersionUID = ${chance.whole(1, 8)}${chance.digits(17)}L;`,
    chance => `    var total = orders.Where(o => o.Total > ${chance.whole(1, 9999)}).Sum(o => o.Total);`,
    chance => `    let mut buffer = [0u8; ${chance.whole(16, 65536)}]; // ${chance.pick(verbs)}`,
    chance => `        $this->${chance.pick(verbs)}($order, ${chance.whole(1, 99)});`,
    chance => `  it "can ${chance.pick(verbs)} ${chance.whole(2, 99)} invoices" do`,
    chance => `val ${chance.pick(verbs)}er${chance.whole(1, 99)} = Regex("[0-9]{${chance.whole(2, 9)}}")`,
    chance => `func ${chance.pick(verbs)}(account: Account, limit: Int = ${chance.whole(1, 999)}) throws -> [Order] {`,
    chance => `static_assert(sizeof(Packet) == ${chance.whole(8, 1500)}, "packet size");`,
    chance =>
      `assert ${chance.pick(verbs)}("0x${chance.hex(8)}") == ${chance.whole(1, 99999999)}  # case ${chance.whole(1, 99)}`,
    chance => `  expect(customer.orders.length).toBe(${chance.whole(0, 99)}) // ticket count`,
    chance => `#define ${chance.pick(tickers)}_MAX_${chance.whole(1, 99)} 0x${chance.hex(4)}u`,
    chance => `if (user.age >= ${chance.whole(1, 99)} && user.score < ${chance.whole(100, 999)}) return policy.default`,
  ],
}

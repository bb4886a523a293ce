/** Lines as technical texts have them, without anyone's data: what a guard must leave alone. The same in every run. */
import { type Chance, createChance, withCheckDigit } from './random.ts'

/** Writes one line. */
type Line = (chance: Chance) => string

const packages = (
  'left-pad,react,vite,zod,esbuild,typescript,lodash.merge,@types/node,@babel/core,undici,fast-check,serde,tokio,anyhow,' +
  'requests,numpy,pandas,pytest,spring-boot-starter-web,jackson-databind,guava,rails,rspec,golang.org/x/net,libphonenumber-js'
).split(',')
const changes = (
  'handle empty input,drop support for Node 16,speed up the scanner by 12 %,fix a crash on lone surrogates,add a --json flag,' +
  'update dependencies,rename the option timeout to timeoutMs,correct the ordering of ties,allow 0 as a limit,' +
  'return 404 instead of 500,keep the order of keys,document the retry policy,do not count cached tokens twice,' +
  'make the client reconnect after 30 seconds,reduce memory by 18 MB,accept ISO 8601 durations'
).split(',')
const services = 'api,gateway,billing-worker,search,ingest,scheduler,cache,frontend,auth-proxy,mailer'.split(',')
const events = (
  'request completed,cache miss,connection reset by peer,retrying in 250 ms,job finished,queue length above limit,' +
  'snapshot written,config reloaded,leader elected,slow query,health check passed,batch committed'
).split(',')
const goods = (
  'hex bolt M8x40,washer 8.4 mm,ball bearing 6204-2RS,LED panel 600x600,USB-C cable 2 m,toner black,oak shelf 80 cm,' +
  'hydraulic hose 1/2,olive oil 0.75 l,espresso beans 1 kg,printer paper A4 80 g,sensor PT100,relay 24 V,gasket set'
).split(',')
const files = 'index.html,app.js,report.pdf,data.csv,model.bin,README.md,archive.tar.gz,photo_0412.jpg,setup.exe'.split(
  ',',
)
const words = 'alpha,beta,gamma,delta,left,right,upper,lower,width,height,depth,count,total,ratio,offset,limit'.split(
  ',',
)

const amount = (chance: Chance) => `${chance.whole(1, 9999)}.${chance.digits(2)}`
const euros = (chance: Chance) => `${chance.whole(1, 19)}.${chance.digits(3)},${chance.digits(2)}`
const isbn = (chance: Chance) => {
  const digits = withCheckDigit(`978${chance.digits(9)}`)
  return `${digits.slice(0, 3)}-${digits.slice(3, 4)}-${digits.slice(4, 8)}-${digits.slice(8, 12)}-${digits.slice(12)}`
}
const ean = (chance: Chance) => withCheckDigit(`${chance.pick(['40', '54', '76', '87', '30'])}${chance.digits(10)}`)
const series = (chance: Chance, length: number, most: number) =>
  Array.from({ length }, () => chance.whole(0, most)).join(', ')

/** Kinds of text, each with its ways to write a line. */
export const kinds: Readonly<Record<string, readonly Line[]>> = {
  manifest: [
    chance => `    "${chance.pick(packages)}": "^${chance.version()}",`,
    chance => `      "integrity": "sha512-${chance.base64(86)}==",`,
    chance => `${chance.pick(packages)} = { version = "${chance.version()}", features = ["full"] }`,
    chance => `${chance.pick(packages)}==${chance.version()} --hash=sha256:${chance.hex(64)}`,
    chance => `golang.org/x/${chance.pick(words)} v0.${chance.whole(1, 40)}.0 h1:${chance.base64(43)}=`,
    chance => `  <version>${chance.version()}</version>`,
    chance =>
      `  resolution: {integrity: sha512-${chance.base64(86)}==, tarball: file:${chance.pick(packages)}-${chance.version()}.tgz}`,
    chance => `    ${chance.pick(packages)} (${chance.version()})`,
    chance => `checksum = "${chance.hex(64)}"`,
    chance => `  "node": ">=${chance.whole(16, 24)}.${chance.whole(0, 20)}", "npm": ">=${chance.whole(7, 11)}"`,
  ],
  changelog: [
    chance => `## ${chance.version()} (${chance.date()})`,
    chance => `- ${chance.pick(changes)} (#${chance.whole(1, 48000)})`,
    chance =>
      `* **${chance.pick(services)}:** ${chance.pick(changes)} ([${chance.hex(7)}](../../commit/${chance.hex(40)}))`,
    chance => `- ${chance.pick(changes)}, closes #${chance.whole(1, 9000)}, #${chance.whole(1, 9000)}`,
    chance => `- Upgrade ${chance.pick(packages)} from ${chance.version()} to ${chance.version()}`,
    chance =>
      `- Security: CVE-20${chance.whole(18, 25)}-${chance.digits(5)} does not affect ${chance.version()} and later`,
    chance => `${chance.hex(9)} ${chance.pick(changes)}`,
    chance => `[${chance.version()}]: ../../compare/v${chance.version()}...v${chance.version()}`,
    chance => `Released on ${chance.date()}; supported until ${chance.date()}.`,
    chance => `- ${chance.pick(changes)} (PR ${chance.whole(100, 9999)}, thanks to all testers)`,
  ],
  log: [
    chance =>
      `${chance.date()}T${chance.clock()}.${chance.digits(3)}Z INFO ${chance.pick(services)} ${chance.pick(events)} trace_id=${chance.hex(32)} span_id=${chance.hex(16)} duration_ms=${chance.whole(1, 90000)}`,
    chance =>
      `${chance.date()} ${chance.clock()},${chance.digits(3)} [worker-${chance.whole(1, 64)}] WARN c.a.s.Pool - ${chance.pick(events)} (attempt ${chance.whole(1, 9)} of 10)`,
    chance =>
      `{"level":"info","ts":${chance.whole(1_600_000_000, 1_790_000_000)}.${chance.digits(6)},"msg":"${chance.pick(events)}","requestId":"${chance.uuid()}","bytes":${chance.whole(1, 99999999)}}`,
    chance =>
      `${chance.pick(services)}-${chance.hex(10)}-${chance.pick(['x7k2p', 'q9zlm', 'b4n8t'])} 1/1 Running 0 ${chance.whole(1, 99)}d`,
    chance =>
      `http_requests_total{service="${chance.pick(services)}",code="${chance.pick([200, 301, 404, 503])}"} ${chance.whole(1, 99999999)}`,
    chance =>
      `[${chance.whole(1, 9999)}.${chance.digits(6)}] usb 1-${chance.whole(1, 9)}: new high-speed USB device number ${chance.whole(2, 90)} using xhci_hcd`,
    chance =>
      `GC(${chance.whole(1, 9999)}) Pause Young (Normal) ${chance.whole(10, 900)}M->${chance.whole(1, 99)}M(${chance.whole(512, 4096)}M) ${chance.whole(1, 99)}.${chance.digits(3)}ms`,
    chance =>
      `"GET /v1/${chance.pick(words)}?page=${chance.whole(1, 400)}&limit=50 HTTP/1.1" ${chance.pick([200, 204, 304, 404])} ${chance.whole(10, 99999)} ${chance.whole(1, 900)}ms`,
    chance => `goroutine ${chance.whole(1, 99999)} [running]: main.(*Queue).pop(0xc000${chance.hex(6)})`,
    chance =>
      `    at ${chance.pick(words)} (/srv/app/dist/${chance.pick(words)}.js:${chance.whole(1, 4000)}:${chance.whole(1, 120)})`,
    chance =>
      `pid ${chance.whole(100, 65535)} exited with code ${chance.whole(0, 139)} after ${chance.whole(1, 86400)} s`,
    chance => `ETag: W/"${chance.hex(32)}" Content-Length: ${chance.whole(10, 9999999)} Age: ${chance.whole(0, 86400)}`,
    chance =>
      `epoch ${chance.whole(1, 90)} step ${chance.whole(1000, 900000)} loss ${chance.whole(0, 4)}.${chance.digits(5)} lr 1e-0${chance.whole(3, 6)} tokens ${chance.whole(100000, 99999999)}`,
  ],
  hash: [
    chance => `${chance.hex(64)}  ${chance.pick(files)}`,
    chance => `${chance.hex(32)} *${chance.pick(files)}`,
    chance => `sha256:${chance.hex(64)}`,
    chance => `commit ${chance.hex(40)}`,
    chance => `index ${chance.hex(7)}..${chance.hex(7)} 100644`,
    chance => `@@ -${chance.whole(1, 900)},${chance.whole(1, 40)} +${chance.whole(1, 900)},${chance.whole(1, 40)} @@`,
    chance => `id: ${chance.uuid()}`,
    chance => `${chance.uuid()},${chance.uuid()},${chance.whole(0, 1)}`,
    chance => `urn:uuid:${chance.uuid()}`,
    chance => `0x${chance.hex(8)}: ${chance.hex(4)} ${chance.hex(4)} ${chance.hex(4)} ${chance.hex(4)}`,
    chance => `FROM node:${chance.whole(18, 24)}-slim@sha256:${chance.hex(64)}`,
    chance => `crc32=${chance.hex(8)} size=${chance.whole(1, 999999999)}`,
  ],
  goods: [
    chance => `ISBN ${isbn(chance)}`,
    chance => `ISBN-13: ${isbn(chance)}, ${chance.whole(80, 900)} pages, edition ${chance.whole(1, 12)}`,
    chance => `EAN ${ean(chance)}`,
    chance => `${ean(chance)};${chance.pick(goods)};${chance.whole(1, 900)};${chance.whole(0, 99)},${chance.digits(2)}`,
    chance =>
      `| ${chance.whole(1, 90)} | ${chance.pick(goods)} | ${chance.digits(3)}-${chance.digits(4)}-${chance.digits(2)} | ${chance.whole(1, 400)} pcs |`,
    chance =>
      `SKU ${chance.pick(['KX', 'WH', 'TR'])}-${chance.digits(5)}, ${chance.pick(goods)}, ${amount(chance)} EUR`,
    chance => `Art.-Nr. ${chance.digits(6)}  ${chance.pick(goods)}  ${euros(chance)} €`,
    chance => `Part no. ${chance.digits(4)}.${chance.digits(3)}.${chance.digits(2)}  ${chance.pick(goods)}`,
    chance =>
      `Lot ${chance.digits(2)}${chance.digits(4)}, best before ${chance.date()}, net ${chance.whole(100, 900)} g`,
    chance => `DIN EN ISO ${chance.whole(1000, 19999)}-${chance.whole(1, 9)}:20${chance.whole(10, 25)}`,
    chance =>
      `Model ${chance.pick(['XR', 'QL', 'TD'])}${chance.digits(4)}B, 230 V, ${chance.whole(5, 2400)} W, IP${chance.pick([20, 44, 65, 67])}`,
    chance => `GTIN: ${ean(chance)} (pack of ${chance.whole(2, 48)})`,
    chance => `doi:10.${chance.whole(1000, 9999)}/${chance.pick(words)}.${chance.digits(6)}`,
  ],
  numbers: [
    chance => series(chance, 12, 100000),
    chance =>
      `${chance.pick(words)} = ${chance.whole(1, 9999)} / ${chance.whole(1, 99)} = ${chance.whole(0, 99)}.${chance.digits(8)}`,
    chance => `[[${series(chance, 4, 99)}], [${series(chance, 4, 99)}], [${series(chance, 4, 99)}]]`,
    chance =>
      `n = ${chance.whole(100, 90000)}, p < 0.00${chance.whole(1, 9)}, 95 % CI ${chance.whole(0, 4)}.${chance.digits(2)}-${chance.whole(5, 9)}.${chance.digits(2)}`,
    chance =>
      `${chance.whole(2, 99)}^${chance.whole(2, 20)} mod ${chance.whole(100, 99999)} = ${chance.whole(0, 99999)}`,
    chance => `3.${chance.digits(30)}`,
    chance => `${chance.whole(1, 9)}.${chance.digits(4)}e-${chance.whole(2, 30)} kg m^2 s^-1`,
    chance => `${chance.date()} ${chance.clock()} +0${chance.whole(0, 2)}:00`,
    chance =>
      `${chance.whole(0, 59)} ${chance.whole(0, 23)} * * ${chance.whole(0, 6)} /usr/bin/backup --keep ${chance.whole(2, 90)}`,
    chance =>
      `Q${chance.whole(1, 4)} 20${chance.whole(15, 26)}: ${chance.whole(100, 99999)} units, ${chance.whole(-40, 60)} % against the year before`,
    chance =>
      `${chance.whole(1, 31)}.${chance.whole(1, 12)}.20${chance.whole(15, 26)}  ${chance.whole(0, 30)} °C  ${chance.whole(960, 1040)} hPa  ${chance.whole(0, 80)} mm`,
    chance =>
      `${chance.whole(10, 900)} x ${chance.whole(10, 900)} x ${chance.whole(10, 900)} mm, ${chance.whole(1, 90)}.${chance.digits(1)} kg`,
    chance =>
      `${chance.whole(1, 40)}:${chance.whole(0, 40)} (${chance.whole(1, 20)}:${chance.whole(0, 20)}), minute ${chance.whole(1, 90)}`,
    chance => `rgb(${chance.whole(0, 255)}, ${chance.whole(0, 255)}, ${chance.whole(0, 255)}) #${chance.hex(6)}`,
  ],
  prices: [
    chance => `${chance.whole(1, 90)} x ${chance.whole(1, 90)},${chance.digits(2)} € = ${euros(chance)} €`,
    chance => `Total: ${amount(chance)} USD (incl. ${chance.whole(5, 25)} % VAT ${amount(chance)})`,
    chance => `Summe netto ${euros(chance)} EUR, USt 19 % ${euros(chance)} EUR`,
    chance => `CHF ${chance.whole(1, 99)}'${chance.digits(3)}.${chance.digits(2)}`,
    chance => `razem ${chance.whole(1, 99)} ${chance.digits(3)},${chance.digits(2)} zł, rabat ${chance.whole(1, 50)} %`,
    chance => `celkem ${chance.whole(1, 99)} ${chance.digits(3)} Kč`,
    chance => `${chance.whole(1, 99)} ${chance.digits(3)} kr exkl. moms`,
    chance =>
      `prix TTC ${chance.whole(1, 99)} ${chance.digits(3)},${chance.digits(2)} €, remise ${chance.whole(1, 50)} %`,
    chance =>
      `EUR/USD ${chance.whole(0, 1)}.${chance.digits(4)}, EUR/HUF ${chance.whole(350, 420)}.${chance.digits(2)}`,
    chance => `budget ${chance.whole(1, 900)} 000 €, spent ${chance.whole(1, 900)} 000 € (${chance.whole(1, 99)} %)`,
    chance => `összesen ${chance.whole(1, 99)} ${chance.digits(3)} Ft`,
    chance => `order total ${amount(chance)} EUR, shipping ${amount(chance)} EUR`,
  ],
  config: [
    chance => `  ${chance.pick(words)}_timeout: ${chance.whole(1, 90000)}ms`,
    chance => `export MAX_${chance.pick(words).toUpperCase()}=${chance.whole(1, 99999)}`,
    chance => `  - containerPort: ${chance.whole(1024, 65535)}`,
    chance => `listen ${chance.whole(1024, 65535)} ssl; client_max_body_size ${chance.whole(1, 90)}m;`,
    chance => `  image: registry.internal/${chance.pick(services)}:${chance.version()}`,
    chance => `      cpu: "${chance.whole(100, 4000)}m"  memory: ${chance.whole(64, 8192)}Mi`,
    chance => `--${chance.pick(words)}=${chance.whole(0, 9999)} --verbose --workers ${chance.whole(1, 64)}`,
    chance =>
      `.${chance.pick(words)} { width: ${chance.whole(1, 1200)}px; margin: ${chance.whole(0, 40)}px ${chance.whole(0, 40)}px; color: #${chance.hex(6)}; }`,
    chance =>
      `<path d="M${chance.whole(0, 99)} ${chance.whole(0, 99)}L${chance.whole(0, 99)}.${chance.digits(2)} ${chance.whole(0, 99)}.${chance.digits(2)}z"/>`,
    chance => `server 127.0.0.1:${chance.whole(1024, 65535)} weight=${chance.whole(1, 9)};`,
    chance => `  key: \${{ runner.os }}-node-${chance.whole(18, 24)}-\${{ hashFiles('package-lock.json') }}`,
    chance =>
      `uses: actions/checkout@${chance.hex(40)} # v${chance.whole(3, 5)}.${chance.whole(0, 9)}.${chance.whole(0, 9)}`,
    chance => `session_timeout = ${chance.whole(60, 99999)}  # seconds`,
    chance => `account_lockout_threshold: ${chance.whole(3, 20)}`,
  ],
  code: [
    chance =>
      `  const ${chance.pick(words)} = ${chance.pick(words)}[${chance.whole(0, 900)}] ?? ${chance.whole(0, 90000)}`,
    chance => `    case ${chance.whole(100, 50000)}: return "${chance.pick(words)}"`,
    chance => `#define ${chance.pick(words).toUpperCase()}_MAX 0x${chance.hex(8).toUpperCase()}`,
    chance => `if (status === ${chance.pick([200, 404, 500])} && id > ${chance.whole(1, 99999)}) continue`,
    chance =>
      `SELECT ${chance.pick(words)}, ${chance.pick(words)} FROM t_${chance.pick(words)} WHERE id BETWEEN ${chance.whole(1, 9999)} AND ${chance.whole(10000, 99999)} LIMIT ${chance.whole(1, 500)};`,
    chance => `assert_eq!(${chance.pick(words)}(${chance.whole(0, 9999)}), Some(${chance.whole(0, 99999)}));`,
    chance =>
      `self.${chance.pick(words)} = np.zeros((${chance.whole(1, 512)}, ${chance.whole(1, 512)}), dtype=np.float32)`,
    chance => `private static final long serialVersionUID = ${chance.whole(1, 9)}${chance.digits(18)}L;`,
    chance =>
      `func Test${chance.pick(words)}${chance.whole(1, 99)}(t *testing.T) { want := ${chance.whole(0, 99999)} }`,
    chance =>
      `    expect(parse('${chance.version()}')).toEqual({ major: ${chance.whole(0, 9)}, minor: ${chance.whole(0, 99)} })`,
    chance =>
      `for i in $(seq 1 ${chance.whole(10, 9999)}); do curl -s localhost:${chance.whole(1024, 65535)}/health; done`,
    chance => `customer_count += ${chance.whole(1, 99999)}  # per ${chance.whole(1, 60)} minutes`,
    chance => `order_by('${chance.pick(words)}')[:${chance.whole(10, 5000)}]`,
    chance => `throw new RangeError('limit must be below ${chance.whole(1000, 99999)}')`,
    chance =>
      `@Size(min = ${chance.whole(1, 9)}, max = ${chance.whole(10, 4000)}) private String ${chance.pick(words)};`,
    chance => `user.points = Math.max(user.points - ${chance.whole(10, 9999)}, 0)`,
    chance =>
      `token_count: ${chance.whole(100, 199999)}, max_tokens: ${chance.whole(100, 8192)}, temperature: 0.${chance.whole(0, 9)}`,
    chance =>
      `INSERT INTO metrics (ts, ${chance.pick(words)}) VALUES ('${chance.date()} ${chance.clock()}', ${chance.whole(0, 99999)});`,
  ],
}

/** Texts of one kind each, so that lines have the neighbours they have in life. */
export function generateTexts(
  seed: number,
  textsPerKind: number,
  linesPerText: number,
  ofKinds: Readonly<Record<string, readonly Line[]>> = kinds,
): string[] {
  const chance = createChance(seed)
  return Object.values(ofKinds).flatMap(ways =>
    Array.from({ length: textsPerKind }, () =>
      Array.from({ length: linesPerText }, () => chance.pick(ways)(chance)).join('\n'),
    ),
  )
}

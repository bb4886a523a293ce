/**
 * A Response whose body is read by us as long as nobody asks for the stream: `text`, `json` and `arrayBuffer` then need no
 * second stream and no second Response, which cost more than the rest of a guarded call. All else is done by a Response of
 * the platform, made when it is asked for.
 */
import { isAscii } from 'node:buffer'
import type { HeaderPairs } from '../types.ts'

/** What the body is read from. */
export interface AnswerBody {
  toStream(): ReadableStream<Uint8Array>
  toBytes(): Promise<Uint8Array>
}

export interface AnswerHead {
  readonly status: number
  readonly statusText: string
  readonly headers: HeaderPairs
  readonly url: string
  readonly redirected: boolean
  readonly type: Response['type']
}

export function createLazyResponse(body: AnswerBody | null, head: AnswerHead): Response {
  inheritFromPlatform()
  return new LazyResponse(body, head) as unknown as Response
}

class LazyResponse {
  readonly #body: AnswerBody | null
  readonly #head: AnswerHead
  #headers: Headers | null = null
  /** Made at the first use that we do not serve ourselves. */
  #platform: Response | null = null
  #isRead = false

  constructor(body: AnswerBody | null, head: AnswerHead) {
    this.#body = body
    this.#head = head
  }

  get type(): Response['type'] {
    return this.#head.type
  }

  get url(): string {
    return this.#head.url
  }

  get redirected(): boolean {
    return this.#head.redirected
  }

  get status(): number {
    return this.#head.status
  }

  get ok(): boolean {
    return this.#head.status >= 200 && this.#head.status <= 299
  }

  get statusText(): string {
    return this.#head.statusText
  }

  get headers(): Headers {
    this.#headers ??= new Headers(this.#head.headers.map(([name, value]): [string, string] => [name, value]))
    return this.#headers
  }

  get bodyUsed(): boolean {
    return (this.#isRead && this.#body !== null) || this.#platform?.bodyUsed === true
  }

  async text(): Promise<string> {
    return this.#isOurs() ? readUtf8(await this.#read()) : this.#toPlatform().text()
  }

  async json(): Promise<unknown> {
    return this.#isOurs() ? JSON.parse(readUtf8(await this.#read())) : this.#toPlatform().json()
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#isOurs() ? new Uint8Array(await this.#read()).buffer : this.#toPlatform().arrayBuffer()
  }

  clone(): Response {
    const { type, url, redirected } = this.#head
    return withIdentity(this.#toPlatform().clone(), { type, url, redirected })
  }

  #isOurs(): boolean {
    return this.#platform === null && !this.#isRead
  }

  async #read(): Promise<Uint8Array> {
    this.#isRead = true
    return this.#body === null ? new Uint8Array() : this.#body.toBytes()
  }

  #toPlatform(): Response {
    this.#platform ??= this.#make()
    return this.#platform
  }

  /** No method: what the caller holds has the members of a Response and no others. */
  static platformOf(response: LazyResponse): Response {
    return response.#toPlatform()
  }

  #make(): Response {
    const { status, statusText } = this.#head
    const init = { status, statusText, headers: [...this.headers] }
    const response = new Response(this.#body === null ? null : this.#body.toStream(), init)
    // What was read before cannot be read again, and says so as the platform does.
    if (this.#isRead) response.body?.getReader()
    return response
  }
}

const decoder = new TextDecoder()

function readUtf8(bytes: Uint8Array): string {
  // Several times as fast as the decoder, and most answers are nothing else.
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return decoder.decode(bytes)
}

let inherits = false

/** Not at import: the classes of fetch take some ten milliseconds to load. */
function inheritFromPlatform(): void {
  if (inherits) return
  inherits = true
  const own = LazyResponse.prototype
  Reflect.deleteProperty(own, 'constructor')
  Object.setPrototypeOf(own, Response.prototype)
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(Response.prototype))) {
    if (name !== 'constructor' && !Object.hasOwn(own, name))
      Object.defineProperty(own, name, passedOn(name, descriptor))
  }
}

/** A member that only the platform knows: `body`, `blob`, and what later versions add. */
function passedOn(name: string, { get, value, enumerable = true }: PropertyDescriptor): PropertyDescriptor {
  if (get !== undefined || typeof value !== 'function') {
    return { configurable: true, enumerable, get: memberOf }
  }
  return { configurable: true, enumerable, writable: true, value: callMember }

  function memberOf(this: LazyResponse): unknown {
    return Reflect.get(LazyResponse.platformOf(this), name)
  }

  function callMember(this: LazyResponse, ...args: unknown[]): unknown {
    const platform = LazyResponse.platformOf(this)
    return Reflect.apply(Reflect.get(platform, name), platform, args)
  }
}

type Identity = Pick<Response, 'type' | 'url' | 'redirected'>

/** A Response made by hand has no URL and the type `default`; clones lose what is set on the object. */
function withIdentity(response: Response, identity: Identity): Response {
  const clone = () => withIdentity(Response.prototype.clone.call(response), identity)
  for (const [name, value] of Object.entries({ ...identity, clone })) {
    Object.defineProperty(response, name, { value, configurable: true, writable: true })
  }
  return response
}

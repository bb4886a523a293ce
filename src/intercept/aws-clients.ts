/**
 * Hook: `Client.prototype.send` of the AWS SDK (@smithy/core, before that @smithy/smithy-client), in each copy that the CommonJS
 * loader knows or comes to load; Node takes the SDK from there for `import` too. Apply: a Bedrock client is guarded (aws.ts)
 * at its next call. Undo: the methods are put back. Cannot see: an SDK bundled into the application; its calls are refused as
 * signed, with a word about `guardAws`.
 */
import { type AwsClient, hookAwsClient, isHookedAwsClient } from './aws.ts'
import { installedOpeners, replaceProperty } from './patches.ts'

type Method = (this: unknown, ...args: unknown[]) => unknown

/** Where the class lies, as a program asks for it and as a file. */
const clientModule = /^@smithy\/(?:core\/client|smithy-client)$/
const clientFile =
  /[\\/]@smithy[\\/](?:core[\\/]dist-cjs[\\/]submodules[\\/]client|smithy-client[\\/]dist-cjs)[\\/]index\.js$/

const bedrockServices: ReadonlySet<unknown> = new Set(['Bedrock Runtime', 'Bedrock Agent Runtime'])

export function hookAwsClients(): () => void {
  const loader: object = process.getBuiltinModule('node:module').Module
  const load: Method = Reflect.get(loader, '_load')
  const cache: Record<string, { readonly exports?: unknown } | undefined> = Reflect.get(loader, '_cache')
  const patched = new Map<object, () => void>()
  for (const file of Object.keys(cache)) if (clientFile.test(file)) patchSend(cache[file]?.exports, patched)
  const undoLoad = replaceProperty(loader, '_load', function _load(this: unknown, ...args: unknown[]) {
    const exported = Reflect.apply(load, this, args)
    if (clientModule.test(String(args[0]))) patchSend(exported, patched)
    return exported
  })
  return () => {
    undoLoad()
    for (const undo of patched.values()) undo()
  }
}

function patchSend(exported: unknown, patched: Map<object, () => void>): void {
  const prototype = prototypeOf(exported)
  if (prototype === null || patched.has(prototype)) return
  const send: unknown = Reflect.get(prototype, 'send')
  if (typeof send !== 'function') return
  const undo = replaceProperty(prototype, 'send', function (this: unknown, ...args: unknown[]) {
    if (isBedrockClient(this) && !isHookedAwsClient(this)) {
      hookAwsClient(this, { openers: installedOpeners, refuses: false })
    }
    return Reflect.apply(send, this, args)
  })
  patched.set(prototype, undo)
}

/** Of the class `Client`; `null` while the module is still being loaded, or where it has none. */
function prototypeOf(exported: unknown): object | null {
  const client: unknown = isObject(exported) ? Reflect.get(exported, 'Client') : null
  const prototype: unknown = typeof client === 'function' ? client.prototype : null
  return isObject(prototype) ? prototype : null
}

function isBedrockClient(client: unknown): client is AwsClient {
  if (!isObject(client) || !('middlewareStack' in client)) return false
  const config: unknown = Reflect.get(client, 'config')
  return isObject(config) && bedrockServices.has(Reflect.get(config, 'serviceId'))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

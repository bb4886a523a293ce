/**
 * Hook: `Client.prototype.send` of the AWS SDK (@smithy/core, before that @smithy/smithy-client), in each copy that is
 * loaded (loaded-copies.ts). Apply: a Bedrock client is guarded (aws.ts)
 * at its next call. Undo: the methods are put back. Cannot see: an SDK bundled into the application; its calls are refused as
 * signed, with a word about `guardAws`.
 */
import { type AwsClient, hookAwsClient, isHookedAwsClient } from './aws.ts'
import { type Package, watchCopies } from './loaded-copies.ts'
import { installedOpeners, replaceProperty } from './patches.ts'

/** Where the class lies. */
const smithy: Package = {
  name: /^@smithy\/(?:core\/client|smithy-client)$/,
  file: /[\\/]@smithy[\\/](?:core[\\/]dist-cjs[\\/]submodules[\\/]client|smithy-client[\\/]dist-cjs)[\\/]index\.js$/,
}

const bedrockServices: ReadonlySet<unknown> = new Set(['Bedrock Runtime', 'Bedrock Agent Runtime'])

export function hookAwsClients(): () => void {
  const patched = new Map<object, () => void>()
  const unwatch = watchCopies(smithy, exported => patchSend(exported, patched))
  return () => {
    unwatch()
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

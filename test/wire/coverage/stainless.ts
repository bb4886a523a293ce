/**
 * The endpoints of an SDK that Stainless generates (openai, anthropic, groq): path and parameters from the code of its resources,
 * types of bodies and answers from the declarations beside them. A new endpoint in a newer SDK is found by itself.
 */
import { type Checker, type Type, TypeFlags } from 'typescript/unstable/sync'
import { filesOf, type SdkTypes, textOf } from './sdk-types.ts'

export interface Endpoint {
  /** `Responses.create`. */
  readonly name: string
  readonly method: string
  /** With `x` in place of each parameter. */
  readonly path: string
  readonly isMultipart: boolean
  /** `null` where there is no body. */
  readonly body: Type | null
  /** Parameters that do not stand in the body. */
  readonly outside: readonly string[]
  /** What comes back: whole answers, the elements of lists, and events of streams. */
  readonly answers: readonly Type[]
  readonly items: readonly Type[]
  readonly events: readonly Type[]
}

export function endpointsOf(packageName: string, types: SdkTypes): Endpoint[] {
  const endpoints: Endpoint[] = []
  for (const file of filesOf(packageName, 'resources', '.mjs')) {
    const declarations = file.replace(/\.mjs$/, '.d.ts')
    for (const call of callsOf(textOf(packageName, file))) {
      const method = types.exportsOf(declarations).get(call.className)?.getMembers()
      const symbol = [...(method?.values() ?? [])].find(member => member.name === call.methodName)
      const type = symbol === undefined ? undefined : types.checker.getTypeOfSymbol(symbol)
      if (type === undefined)
        throw new TypeError(`${declarations} does not declare ${call.className}.${call.methodName}`)
      endpoints.push(endpointOf(call, type, types.checker))
    }
  }
  return endpoints
}

/** The resource files to open. */
export function declarationsOf(packageName: string): string[] {
  return filesOf(packageName, 'resources', '.d.ts')
}

interface Call {
  readonly className: string
  readonly methodName: string
  readonly parameters: readonly string[]
  readonly verb: string
  readonly path: string
  readonly code: string
}

/** Methods that send a request themselves; those that call another method of the SDK are found there. */
function callsOf(text: string): Call[] {
  const calls: Call[] = []
  for (const [, indent = '', className = '', classBody = ''] of text.matchAll(classes)) {
    const methods = new RegExp(`^${indent} {4}(?:async )?(\\w+)\\(([^\\n]*)\\) \\{\\n(.*?)^${indent} {4}\\}`, 'gms')
    for (const [, methodName = '', list = '', code = ''] of classBody.matchAll(methods)) {
      const [sent] = code.matchAll(sending)
      if (sent === undefined || methodName === 'constructor') continue
      const [, verb = '', path = ''] = sent
      const parameters = list.split(',').map(parameter => parameter.trim().replace(/ =.*/, ''))
      calls.push({ className, methodName, parameters, verb, path: withoutParameters(path), code })
    }
  }
  // Code in a shape that is not known here must not pass for an SDK with fewer endpoints.
  const sent = [...text.matchAll(sending)].length
  if (sent !== calls.length) throw new TypeError(`${sent} requests are sent, ${calls.length} methods were found`)
  return calls
}

const classes = /^( *)(?:export )?class (\w+) extends APIResource \{\n(.*?)^\1\}/gms
const sending = /_client\s*\.(get|post|put|patch|delete|getAPIList)\(\s*(?:path ?)?[`']([^`']+)[`']/g

function withoutParameters(path: string): string {
  return path.replace(/\?.*/, '').replace(/\$\{[^}]+\}/g, 'x')
}

function endpointOf(call: Call, type: Type, checker: Checker): Endpoint {
  const { code, verb } = call
  const sendsBody = /[{,(]\s*body\b/.test(code)
  const at = call.parameters.findIndex(parameter => /^(?:body|params)$/.test(parameter))
  const signatures = checker.getSignaturesOfType(type, 0)
  const [destructured = ''] = /const \{[^}]*\.\.\.body \}/.exec(code) ?? []
  const bodies = signatures.map(signature => {
    const parameter = signature.getParameters()[at]
    return parameter === undefined ? undefined : checker.getTypeOfSymbol(parameter)
  })
  const results = signatures.map(signature => checker.getReturnTypeOfSignature(signature))
  return {
    name: `${call.className}.${call.methodName}`,
    method: verb === 'getAPIList' ? (/method: '(\w+)'/.exec(code)?.[1] ?? 'get') : verb,
    path: call.path,
    isMultipart: code.includes('ultipartFormRequestOptions'),
    // The last signature of an overloaded method takes every body.
    body: sendsBody && at !== -1 ? (bodies.at(-1) ?? null) : null,
    outside: [...destructured.matchAll(/(\w+)(?=,)/g)].map(([name]) => name),
    ...resultsOf(results, checker),
  }
}

/** `APIPromise<Answer>`, `APIPromise<Stream<Event>>`, `PagePromise<Page, Item>`. */
function resultsOf(
  results: readonly (Type | undefined)[],
  checker: Checker,
): Pick<Endpoint, 'answers' | 'items' | 'events'> {
  const answers: Type[] = []
  const items: Type[] = []
  const events: Type[] = []
  for (const result of results) {
    const given = result?.isTypeReference() === true ? checker.getTypeArguments(result) : []
    const parts = given.flatMap(argument => (argument.isUnionType() ? argument.getTypes() : [argument]))
    const isPage = result?.getSymbol()?.name === 'PagePromise'
    for (const part of parts.slice(isPage ? 1 : 0)) {
      if (!(part.flags & (TypeFlags.Object | TypeFlags.Intersection))) continue
      const isStream = part.getSymbol()?.name === 'Stream'
      if (isStream) events.push(...(part.isTypeReference() ? checker.getTypeArguments(part) : []))
      else (isPage ? items : answers).push(part)
    }
  }
  return { answers: once(answers), items: once(items), events: once(events) }
}

/** Overloads of a method give the same types again. */
function once(types: readonly Type[]): Type[] {
  return [...new Map(types.map(type => [type.id, type])).values()]
}

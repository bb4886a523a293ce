import type { JsonDocument } from '../json-document.ts'

/** The top-level `model` of a request. */
export function readModelField(document: JsonDocument): string | null {
  const at = document.field('model')
  return at !== null && document.tape.isString(at) ? document.tape.string(at) : null
}

/** The model where the path names it, as it is written in calls: percent-encoding undone. */
export function modelInPath(path: string): string | null {
  for (const pattern of inPaths) {
    const found = pattern.exec(path)?.[1]
    if (found !== undefined) return decode(found)
  }
  return null
}

const inPaths = [
  // Gemini and Vertex AI.
  /\/(?:models|tunedModels)\/([^/:]+):\w+$/,
  // Bedrock.
  /\/model\/([^/]+)\//,
  // Azure.
  /\/deployments\/([^/]+)\//,
  // Replicate; Hugging Face, with or without an owner.
  /\/models\/([^/]+\/[^/]+)\/predictions$/,
  /\/models\/([^/]+(?:\/[^/]+)?)$/,
]

function decode(name: string): string | null {
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

/** Recognizers that ask a model or a service of yours. They run beside the built-in ones: `gdprGuard({ recognizers: [ … ] })`. */
export { type PresidioOptions, presidioRecognizer } from './presidio.ts'
export {
  type ClassifiedToken,
  type TokenClassifier,
  type TransformersOptions,
  transformersRecognizer,
} from './transformers.ts'

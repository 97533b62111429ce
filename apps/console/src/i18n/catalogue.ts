// SPDX-License-Identifier: Apache-2.0
import { en } from './en'

export type { Standings } from './en'

/** Every sentence of the console in one language; a new language is one more object of this shape. */
export type Catalogue = typeof en

/** The languages that the console speaks. */
export type Language = 'en'

const catalogues: Readonly<Record<Language, Catalogue>> = { en }

/** The catalogue of a language. */
export function catalogueOf(language: Language): Catalogue {
  return catalogues[language]
}

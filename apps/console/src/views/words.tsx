// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { catalogueOf, type Catalogue } from '../i18n/catalogue'

const Spoken = createContext<Catalogue>(catalogueOf('en'))

/** Gives the catalogue of a language to everything inside. */
export const Speaking = Spoken.Provider

/** The sentences of the reader's language. */
export function useWords(): Catalogue {
  return useContext(Spoken)
}

// SPDX-License-Identifier: Apache-2.0
import { readShape } from './read-shape'
import { someOf } from './some-of'

/**
 * The smallest document that a schema of the dialect accepts; undefined where there is none.
 * Throws where the schema is outside of the dialect.
 */
export function sampleOf(schema: object): unknown {
  const [sample] = someOf(readShape(schema), 1)
  return sample
}

// SPDX-License-Identifier: Apache-2.0
import { Ajv2020 } from 'ajv/dist/2020'
import { isDate, isDateTime } from '../formats'
import { Undecided } from './undecided'

/** Ajv's word on a document: no counterexample is given that it has not confirmed. */
export type Judge = (document: unknown) => boolean

// A schema meets many others. An entry is added on its first question and goes when the schema does.
const compiled = new WeakMap<object, Judge>()

/** The judge of a schema, compiled on its first question, with the settings that `validate` has. */
export function judgeOf(schema: object): Judge {
  return (document) => {
    const check = compiled.get(schema) ?? compile(schema)
    compiled.set(schema, check)
    return check(document)
  }
}

function compile(schema: object): Judge {
  const ajv = new Ajv2020({
    strict: true,
    meta: false,
    validateSchema: false,
    allowUnionTypes: true,
    discriminator: true,
    formats: { date: isDate, 'date-time': isDateTime },
  })
  try {
    const check = ajv.compile({ ...schema, $id: undefined, $schema: undefined })
    return (document) => check(document)
  } catch (cause) {
    throw new Undecided('Ajv does not compile the schema', { cause })
  }
}

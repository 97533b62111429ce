// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Brand, type Outcome } from '@corridor/kernel'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import { byVersion } from './version-order'
import type { ContractRef } from './contract-urn'
import { isDate, isDateTime } from './formats'
import { schemas } from './generated/schemas'
import type { ContractShapes, Envelope } from './generated/types'
import { plainSentence } from './plain-sentence'
import { statisticalContracts } from './structure'

/** Content that its contract has judged. Only `validate` and `validateEnvelope` make it. */
export type Valid<Content> = Brand<Content, 'Valid'>

/** A contract that a message can name. The envelope is around them all and none of them. */
export type ContractName = Exclude<keyof ContractShapes, 'envelope'>

/** Why content is refused. */
export type ContentRefusal = 'CONTRACT_UNKNOWN' | 'CONTRACT_VERSION_UNKNOWN' | 'CONTENT_WRONG'

type ContentOf<Name extends string> = ContractShapes[Name extends ContractName
  ? Name
  : ContractName]

/** Every contract and version that this hub knows. */
export const contracts: readonly ContractRef[] = Object.entries(schemas)
  .filter(([name]) => name !== 'envelope')
  .flatMap(([name, versions]) => Object.keys(versions).map((version) => ({ name, version })))

/** The contracts that participants send: statistics, several of them in one message, and schemes described. */
export const sentContracts: readonly string[] = [
  ...statisticalContracts,
  ...['bundle', 'mobility-scheme'].filter((name) => name in schemas),
]

/** The newest version of a contract, which the code of this hub speaks. */
export function newestVersion(name: ContractName | 'envelope'): string {
  return Object.keys(schemas[name]).sort(byVersion).at(-1) ?? ''
}

/** The schema of a contract (JSON Schema 2020-12), undefined where there is none of that name and version. */
export function contractSchema(name: string, version: string): object | undefined {
  return schemaOf.get(`${name}:${version}`)
}

const schemaOf: ReadonlyMap<string, object> = new Map(
  Object.entries(schemas).flatMap(([name, versions]) =>
    Object.entries<object>(versions).map(([version, schema]) => [`${name}:${version}`, schema]),
  ),
)

// Filled on first use and never emptied: there are as many entries as contracts.
const compiled = new Map<string, ValidateFunction>()
let ajv: Ajv2020 | undefined

/** Judges content by its contract. The first thing that does not follow it is told in a sentence with its place. */
export function validate<Name extends string>(
  name: Name,
  version: string,
  data: unknown,
): Outcome<Valid<ContentOf<Name>>, ContentRefusal> {
  const versions = contracts.filter((known) => known.name === name).map((known) => known.version)
  if (versions.length === 0) {
    const names = contracts.map((known) => known.name).join(', ')
    return refuse(
      'CONTRACT_UNKNOWN',
      `there is no contract "${name.slice(0, 40)}"; there are ${names}`,
    )
  }
  if (!versions.includes(version)) {
    const wanted = `version "${version.slice(0, 40)}" of ${name}`
    return refuse(
      'CONTRACT_VERSION_UNKNOWN',
      `there is no ${wanted}; there is ${versions.join(', ')}`,
    )
  }
  const wrong = judge(`${name}:${version}`, data)
  // The one maker of Valid: the schema of this very contract has just accepted these data.
  return wrong === undefined
    ? accept(data as Valid<ContentOf<Name>>)
    : refuse('CONTENT_WRONG', wrong)
}

/** Judges the envelope of a message; its data stay unknown until `validate` has judged them. */
export function validateEnvelope(value: unknown): Outcome<Valid<Envelope>, 'ENVELOPE_WRONG'> {
  const wrong = judge('envelope:1.0.0', value)
  // The other door of the one maker: the envelope's schema has just accepted this value.
  return wrong === undefined ? accept(value as Valid<Envelope>) : refuse('ENVELOPE_WRONG', wrong)
}

function judge(key: string, data: unknown): string | undefined {
  const check = compiled.get(key) ?? compile(key)
  return check(data) ? undefined : plainSentence(check.errors ?? [])
}

function compile(key: string): ValidateFunction {
  const schema = schemaOf.get(key)
  if (schema === undefined) throw new Error(`could not compile ${key}: there is no such schema`)
  const check = compiler().compile(schema)
  compiled.set(key, check)
  return check
}

// The schemas are ours and a test judges them by the metaschema, so a start does not do it again.
// `verbose` gives the errors their schema and value, for the sentence. All errors at once would let a sender make us work.
function compiler(): Ajv2020 {
  ajv ??= new Ajv2020({
    strict: true,
    meta: false,
    validateSchema: false,
    allowUnionTypes: true,
    discriminator: true,
    verbose: true,
    formats: { date: isDate, 'date-time': isDateTime },
  })
  return ajv
}

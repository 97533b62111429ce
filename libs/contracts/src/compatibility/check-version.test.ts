// SPDX-License-Identifier: Apache-2.0
import { schemas } from '../generated/schemas'
import { structure, type Structure } from '../structure'
import { checkVersion, semverOf, type ContractEdition } from './check-version'

interface OpenSchema {
  readonly required: readonly string[]
  readonly properties: Readonly<Record<string, object>>
  readonly $defs: Readonly<Record<string, object>>
}

const flow: ContractEdition & { readonly schema: OpenSchema; readonly structure: Structure } = {
  version: '1.0.0',
  schema: schemas['migration-flow']['1.0.0'],
  structure: structure('migration-flow'),
}

const citizenship = {
  position: 11,
  column: 'citizenship',
  concept: 'CITIZENSHIP',
  codelist: 'CL_AREA',
} as const

function withColumn(required: boolean, version: string): ContractEdition {
  const { schema } = flow
  return {
    version,
    schema: {
      ...schema,
      properties: { ...schema.properties, citizenship: schema.properties.origin },
      required: [...schema.required, ...(required ? ['citizenship'] : [])],
    },
    structure: { ...flow.structure, dimensions: [...flow.structure.dimensions, citizenship] },
  }
}

function restructured(change: Partial<Structure>): ContractEdition {
  return { ...flow, version: '1.0.1', structure: { ...flow.structure, ...change } }
}

describe('a change of a contract', () => {
  it('that changes texts only asks for a patch', () => {
    const proposed = {
      ...restructured({ about: 'said better' }),
      schema: { ...flow.schema, title: 'Flow', $id: 'urn:corridor:contract:migration-flow:1.0.1' },
    }
    expect(checkVersion(flow, proposed)).toEqual({
      level: 'patch',
      reasons: [],
      least: '1.0.1',
      accepted: true,
    })
    expect(checkVersion(flow, { ...proposed, version: '1.0.0' }).accepted).toBe(false)
  })

  it('that adds a dimension to all figures asks for a major version, unless the conversion has its value', () => {
    const proposed = withColumn(true, '1.1.0')
    expect(checkVersion(flow, proposed)).toMatchObject({
      accepted: false,
      level: 'major',
      least: '2.0.0',
      reasons: [
        { at: 'the document', why: expect.stringContaining('"citizenship" is there') as string },
        { at: 'the dimension citizenship' },
      ],
    })
    const conversion = { ...proposed, defaults: { citizenship: '_T' } }
    expect(checkVersion(flow, conversion)).toMatchObject({
      accepted: true,
      least: '1.1.0',
      level: 'minor',
    })
    expect(checkVersion(flow, { ...conversion, version: '1.0.1' }).accepted).toBe(false)
  })

  it('whose conversion puts what the new version refuses asks for a major version', () => {
    const proposed = { ...withColumn(true, '1.1.0'), defaults: { citizenship: 'everybody' } }
    expect(semverOf(flow, proposed)).toMatchObject({
      level: 'major',
      reasons: [
        { at: 'citizenship', why: expect.stringContaining('accepts "everybody"') as string },
      ],
    })
  })

  it('that narrows a code asks for a major version, and widening it back for a minor one', () => {
    const narrowed = {
      ...flow,
      version: '1.1.0',
      schema: {
        ...flow.schema,
        $defs: { ...flow.schema.$defs, participant: { type: 'string', pattern: '^[A-Z]{2}$' } },
      },
    }
    expect(checkVersion(flow, narrowed)).toMatchObject({ accepted: false, least: '2.0.0' })
    expect(checkVersion(narrowed, { ...flow, version: '1.2.0' })).toMatchObject({
      accepted: true,
      level: 'minor',
    })
  })

  it('that is not decided asks for a major version', () => {
    const odd = {
      ...flow.schema,
      $defs: { ...flow.schema.$defs, participant: { type: 'string', format: 'email' } },
    }
    expect(semverOf(flow, { ...flow, version: '1.1.0', schema: odd }).level).toBe('major')
  })

  it('before 1.0.0 asks for the second number where it breaks, and for the third where it does not', () => {
    const early = { ...flow, version: '0.3.4' }
    expect(checkVersion(early, withColumn(true, '0.3.5'))).toMatchObject({
      accepted: false,
      least: '0.4.0',
    })
    expect(checkVersion(early, { ...flow, version: '0.3.5' })).toMatchObject({
      accepted: true,
      least: '0.3.5',
    })
  })
})

describe('a default inside of a member', () => {
  const object = (properties: object): object => ({
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  })
  const text = { type: 'string', enum: ['A', 'B'] }
  const before = { version: '1.0.0', schema: object({ names: object({ a: text }) }) }

  it.each([
    [
      'is put where the member is',
      object({ names: object({ a: text, b: text }) }),
      { 'names.b': 'B' },
      'minor',
    ],
    [
      'makes the member where there is none',
      object({ names: object({ a: text }), more: object({ b: text }) }),
      { 'more.b': 'B' },
      'minor',
    ],
    [
      'has to be accepted',
      object({ names: object({ a: text, b: text }) }),
      { 'names.b': 'C' },
      'major',
    ],
    [
      'is a scalar',
      object({ names: object({ a: text, b: { type: 'object' } }) }),
      { 'names.b': {} },
      'major',
    ],
  ])('%s', (...[, schema, defaults, level]) => {
    expect(semverOf(before, { version: '1.1.0', schema, defaults }).level).toBe(level)
  })
})

describe('a change of the data structure', () => {
  const { dimensions, attributes } = flow.structure
  const changed = (column: string, change: object): Partial<Structure> => ({
    dimensions: dimensions.map((own) => (own.column === column ? { ...own, ...change } : own)),
  })
  const swapped = dimensions.map((own) => {
    if (own.position === 1) return { ...own, position: 2 }
    return own.position === 2 ? { ...own, position: 1 } : own
  })

  it.each<[string, Partial<Structure>, string, string]>([
    [
      'a dimension is gone',
      { dimensions: dimensions.slice(1) },
      'major',
      'the dimension reporter: it is gone',
    ],
    [
      'a dimension is renamed',
      changed('sex', { column: 'gender' }),
      'major',
      'the dimension sex: it is called gender now',
    ],
    [
      'a dimension means something else',
      changed('sex', { concept: 'GENDER' }),
      'major',
      'the dimension sex, concept: it was "SEX" and it is "GENDER"',
    ],
    [
      'dimensions change their order',
      { dimensions: swapped },
      'major',
      'the dimensions: their order was reporter, direction,',
    ],
    [
      'a code list is another',
      changed('sex', { codelist: 'CL_AGE' }),
      'major',
      'the dimension sex, codelist: it was "CL_SEX" and it is "CL_AGE"',
    ],
    [
      'a classification is gone',
      changed('sector', { classification: { 'ISIC-4': 'CL_ACTIVITY_ISIC4' } }),
      'major',
      'the dimension sector, classification, ISIC-5: it was "CL_ACTIVITY_ISIC5" and it is gone',
    ],
    [
      'a classification is added',
      changed('sector', {
        classification: {
          ...dimensions.find(({ column }) => column === 'sector')?.classification,
          'NACE-2': 'CL_ACTIVITY_ISIC4',
        },
      }),
      'minor',
      'the dimension sector, classification, NACE-2: "CL_ACTIVITY_ISIC4" is new',
    ],
    [
      'an attribute is added',
      { attributes: [...attributes, { column: 'quality', concept: 'QUALITY' }] },
      'minor',
      'the attribute quality: it is new',
    ],
    [
      'an attribute is gone',
      { attributes: attributes.slice(1) },
      'major',
      'the attribute valueStatus: it is gone',
    ],
    [
      'the unit is another',
      { unit: 'JOBS' },
      'major',
      'the data structure, unit: it was "PS" and it is "JOBS"',
    ],
  ])('%s', (...[, change, level, reason]) => {
    const asked = semverOf(flow, restructured(change))
    expect(asked.level).toBe(level)
    const said = asked.reasons.map(({ at, why }) => `${at}: ${why}`)
    expect(said).toContainEqual(expect.stringContaining(reason))
  })

  it('that takes it away asks for a major version', () => {
    const { version, schema } = flow
    expect(semverOf(flow, { version, schema }).level).toBe('major')
    expect(semverOf({ version, schema }, flow).level).toBe('minor')
  })
})

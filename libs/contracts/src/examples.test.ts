// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { plainToInstance, type ClassConstructor } from 'class-transformer'
import { validateSync } from 'class-validator'
import fc from 'fast-check'
import * as dto from './dto'
import { isPlainObject } from './dto-judges'
import { newestVersion, validate, validateEnvelope, type ContractName } from './index'
import { schemas } from './generated/schemas'

const law = path.resolve(__dirname, '../../../contracts')

// Each class is named by the title of its schema.
const classes: Readonly<Record<string, ClassConstructor<object> | undefined>> = { ...dto }
const editions = Object.entries<object>(schemas).flatMap(([name, versions]) =>
  Object.keys(versions).map((version): Edition => ({ name, version })),
)
const newest = editions.filter(isNewest)
const examples = newest.flatMap((edition) =>
  read(edition, 'valid').map((found) => ({ edition, ...found })),
)

interface Edition {
  readonly name: string
  readonly version: string
}

// A class is made of the newest version only: older ones come over the bus and are converted.
function isNewest({ name, version }: Edition): boolean {
  // The names are those of the schemas.
  return newestVersion(name as ContractName | 'envelope') === version
}

interface Example {
  readonly reason: string
  readonly content: unknown
}

function read({ name, version }: Edition, kind: 'valid' | 'invalid'): readonly Example[] {
  const folder = path.join(law, name, version, 'examples', kind)
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).map((file) => {
    const content: unknown = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))
    return { reason: path.basename(file, '.json'), content }
  })
}

function schemaOf({ name, version }: Edition): object & { readonly title: string } {
  const versions: Readonly<Record<string, object & { readonly title: string }>> =
    schemas[name as keyof typeof schemas]
  const schema = versions[version]
  if (schema === undefined) throw new Error(`there is no ${name} ${version}`)
  return schema
}

function ajvAccepts({ name, version }: Edition, content: unknown): boolean {
  return name === 'envelope' ? validateEnvelope(content).ok : validate(name, version, content).ok
}

function dtoAccepts(edition: Edition, content: unknown): boolean {
  const known = classes[`${schemaOf(edition).title}Dto`]
  if (known === undefined) throw new Error(`there is no class for ${edition.name}`)
  if (!isPlainObject(content)) return false
  return (
    validateSync(plainToInstance(known, content), { whitelist: true, forbidNonWhitelisted: true })
      .length === 0
  )
}

describe.each(editions)('the contract $name $version', (edition) => {
  const judges = isNewest(edition) ? [ajvAccepts, dtoAccepts] : [ajvAccepts]
  const verdicts = (content: unknown): readonly boolean[] =>
    judges.map((accepts) => accepts(edition, content))

  it('has valid and invalid examples', () => {
    expect(read(edition, 'valid').length).toBeGreaterThan(0)
    expect(read(edition, 'invalid').length).toBeGreaterThan(2)
  })

  it.each(read(edition, 'valid'))('is followed by $reason', ({ content }) => {
    expect(verdicts(content)).not.toContain(false)
  })

  it.each(read(edition, 'invalid'))('is not followed by $reason', ({ content }) => {
    expect(verdicts(content)).not.toContain(true)
  })

  it('is a schema of draft 2020-12, by the metaschema and the strict mode of a plain Ajv', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: true })
    addFormats(ajv)
    const check = ajv.compile(schemaOf(edition))
    for (const { content } of read(edition, 'valid')) expect(check(content)).toBe(true)
    for (const { content } of read(edition, 'invalid')) expect(check(content)).toBe(false)
  })
})

describe('Ajv and the class', () => {
  it('agree on every example however it is changed in one place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.nat(),
        change,
        ({ edition, content }, where, how) => {
          const changed = changeAt(content, where, how)
          expect([edition, changed, dtoAccepts(edition, changed)]).toEqual([
            edition,
            changed,
            ajvAccepts(edition, changed),
          ])
        },
      ),
      { numRuns: 3000 },
    )
  })
})

type Change =
  { readonly kind: 'delete' } | { readonly kind: 'add' | 'put'; readonly value: unknown }

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    '',
    '_T',
    'BE',
    '2016',
    'value',
    [],
    {},
    [null],
    [[]],
    [{}],
    'share',
  ),
  fc.jsonValue(),
)
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>({ kind: 'delete' }),
  fc.record({ kind: fc.constantFrom<'add' | 'put'>('add', 'put'), value: strange }),
)

// Every member and entry of the content has a number, counted as it is met; the one at `where` is changed.
function changeAt(content: unknown, where: number, how: Change): unknown {
  const changed: unknown = structuredClone(content)
  const places = placesIn(changed)
  const place = places[where % places.length]
  if (place === undefined) throw new Error('there is no place to change')
  const { parent, key } = place
  if (how.kind === 'delete' && Array.isArray(parent)) parent.splice(Number(key), 1)
  else if (how.kind === 'delete') Reflect.deleteProperty(parent, key)
  else if (how.kind === 'put') Reflect.set(parent, key, how.value)
  else if (Array.isArray(parent)) parent.push(how.value)
  else Reflect.set(parent, 'added', how.value)
  return changed
}

function placesIn(parent: unknown): readonly { readonly parent: object; readonly key: string }[] {
  if (typeof parent !== 'object' || parent === null) return []
  return Object.entries(parent).flatMap(([key, member]) => [{ parent, key }, ...placesIn(member)])
}

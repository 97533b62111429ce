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
const names = Object.keys(schemas)
const examples = names.flatMap((name) => read(name, 'valid').map((found) => ({ name, ...found })))

function versionOf(name: string): string {
  // The names are those of the schemas.
  return newestVersion(name as ContractName | 'envelope')
}

interface Example {
  readonly reason: string
  readonly content: unknown
}

function read(name: string, kind: 'valid' | 'invalid' | 'invalid-rows'): readonly Example[] {
  const folder = path.join(law, name, versionOf(name), 'examples', kind)
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).map((file) => {
    const content: unknown = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))
    return { reason: path.basename(file, '.json'), content }
  })
}

function titleOf(name: string): string {
  const versions: Readonly<Record<string, { readonly title: string }>> =
    schemas[name as keyof typeof schemas]
  return versions[versionOf(name)]?.title ?? ''
}

function ajvAccepts(name: string, content: unknown): boolean {
  return name === 'envelope'
    ? validateEnvelope(content).ok
    : validate(name, versionOf(name), content).ok
}

function dtoAccepts(name: string, content: unknown): boolean {
  const known = classes[`${titleOf(name)}Dto`]
  if (known === undefined) throw new Error(`there is no class for ${name}`)
  if (!isPlainObject(content)) return false
  return (
    validateSync(plainToInstance(known, content), { whitelist: true, forbidNonWhitelisted: true })
      .length === 0
  )
}

describe.each(names)('the contract %s', (name) => {
  it('has valid and invalid examples', () => {
    expect(read(name, 'valid').length).toBeGreaterThan(0)
    expect(read(name, 'invalid').length).toBeGreaterThan(2)
  })

  it.each(read(name, 'valid'))('is followed by $reason', ({ content }) => {
    expect([ajvAccepts(name, content), dtoAccepts(name, content)]).toEqual([true, true])
  })

  it.each(read(name, 'invalid'))('is not followed by $reason', ({ content }) => {
    expect([ajvAccepts(name, content), dtoAccepts(name, content)]).toEqual([false, false])
  })

  it('is a schema of draft 2020-12, by the metaschema and the strict mode of a plain Ajv', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: true })
    addFormats(ajv)
    const own: Readonly<Record<string, object>> = schemas[name as keyof typeof schemas]
    const check = ajv.compile(own[versionOf(name)] ?? false)
    for (const { content } of read(name, 'valid')) expect(check(content)).toBe(true)
    for (const { content } of read(name, 'invalid')) expect(check(content)).toBe(false)
  })
})

describe('Ajv and the class', () => {
  it('agree on every example however it is changed in one place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.nat(),
        change,
        ({ name, content }, where, how) => {
          const changed = changeAt(content, where, how)
          expect([name, changed, dtoAccepts(name, changed)]).toEqual([
            name,
            changed,
            ajvAccepts(name, changed),
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

// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { structure } from './structure'

const generator = path.resolve(__dirname, '../generate')
const law = path.resolve(__dirname, '../../../contracts')

interface Generated {
  readonly read: readonly string[]
  readonly types: string
  readonly classes: string
  readonly schemas: string
  readonly structures: string
}

const script = `
const from = (name) => import(${JSON.stringify(`${pathToFileURL(generator).href}/`)} + name)
const { newestOf, readContracts } = await from('read-contracts.mjs')
const { writeSchemas, writeStructures } = await from('write-schemas.mjs')
const { writeTypes } = await from('write-types.mjs')
const { writeDtos } = await from('write-dtos.mjs')
const { contracts } = readContracts(process.argv[1])
const own = contracts.filter(({ name }) => name === 'migration-flow')
console.log(JSON.stringify({
  read: own.map(({ version }) => version),
  types: writeTypes(newestOf(contracts)),
  classes: writeDtos(newestOf(contracts)),
  schemas: writeSchemas(own),
  structures: writeStructures(own),
}))`

function generate(folder: string): Generated {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as Generated
}

describe('a contract with three versions', () => {
  let folder = ''
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'versions-'))
    fs.cpSync(law, folder, { recursive: true })
    addVersion('1.9.0', [])
    addVersion('1.10.0', [{ column: 'citizenship', concept: 'CITIZENSHIP', codelist: 'CL_AREA' }])
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  function addVersion(version: string, dimensions: readonly object[]): void {
    const own = path.join(folder, 'migration-flow', version)
    fs.cpSync(path.join(law, 'migration-flow/1.0.0'), own, { recursive: true })
    const dsd = JSON.parse(fs.readFileSync(path.join(own, 'dsd.json'), 'utf8')) as {
      readonly dimensions: readonly object[]
    }
    const changed = { ...dsd, version, dimensions: [...dsd.dimensions, ...dimensions] }
    fs.writeFileSync(path.join(own, 'dsd.json'), JSON.stringify(changed))
  }

  it('has all of them in schemas and structures, in the order of their numbers, and the newest in types and classes', () => {
    const { read, types, classes, schemas, structures } = generate(folder)
    const known = fs.readdirSync(path.join(law, 'migration-flow'))
    expect(read).toEqual([...new Set([...known, '1.9.0', '1.10.0'])])
    for (const version of read) {
      expect(schemas).toContain(`"$id":"urn:corridor:contract:migration-flow:${version}"`)
      expect(structures).toContain(
        `'${version}': {"id":"CORRIDOR_MIGRATION_FLOW","version":"${version}"`,
      )
    }
    expect(types.match(/^export interface MigrationFlow \{/gm)).toHaveLength(1)
    expect(types).toContain('readonly citizenship: Column<string>')
    expect(classes.match(/^export class MigrationFlowDto /gm)).toHaveLength(1)
    expect(classes).toContain('readonly citizenship!: Column<string>')
  })

  it('is not read where a folder is named by no version', () => {
    const odd = path.join(folder, 'migration-flow/next')
    fs.mkdirSync(odd)
    expect(() => generate(folder)).toThrow('could not read the version "next"')
    fs.rmdirSync(odd)
  })
})

describe('the structure of a contract', () => {
  it('is that of the newest version, or of the one that is named', () => {
    const newest = structure('migration-flow')
    expect(structure('migration-flow', newest.version)).toBe(newest)
    expect(structure('migration-flow', '1.0.0')?.version).toBe('1.0.0')
    expect(structure('migration-flow', '9.0.0')).toBeUndefined()
    expect(structure('migration-flow', 'constructor')).toBeUndefined()
    expect(structure('constructor')).toBeUndefined()
  })
})

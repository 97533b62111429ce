// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@corridor/kernel'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const publisher = path.resolve(__dirname, '../generate/publish.mjs')
const law = path.resolve(__dirname, '../../../contracts')

function publish(...words: readonly string[]): { status: number | null; said: string } {
  const run = spawnSync(process.execPath, [publisher, ...words], { encoding: 'utf8' })
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
}

describe('the published contracts', () => {
  it('are what they were when they were published', () => {
    expect(publish('--check')).toMatchObject({ status: 0 })
  })
})

describe('a contract in a folder of its own', () => {
  let folder = ''
  const at = (...names: readonly string[]): string =>
    path.join(folder, 'migration-flow/1.0.0', ...names)
  const stamp = (...words: readonly string[]): { status: number | null; said: string } =>
    publish('--in', folder, ...words)
  const published = (): unknown =>
    JSON.parse(fs.readFileSync(path.join(folder, 'published.json'), 'utf8'))
  const add = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'published-'))
    fs.cpSync(path.join(law, 'migration-flow/1.0.0'), at(), { recursive: true })
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('is stamped with the digest of its schema, data structure and rules', () => {
    fs.rmSync(at('rules'), { recursive: true, force: true })
    add(at('rules/sums.json'), '{ "number": 1.50 }')
    add(at('rules/README.md'), 'said for readers')
    expect(stamp('migration-flow', '1.0.0').status).toBe(0)
    const json = (name: string): unknown => JSON.parse(fs.readFileSync(at(name), 'utf8'))
    const bound = {
      schema: json('schema.json'),
      dsd: json('dsd.json'),
      rules: { 'sums.json': { number: 1.5 } },
    }
    const digest = createHash('sha256').update(canonicalJson(bound)).digest('base64url')
    expect(published()).toEqual([
      { contract: 'migration-flow', version: '1.0.0', digest: `sha-256:${digest}` },
    ])
  })

  it('may be stamped again as long as it is the same: spaces, examples and texts for readers do not count', () => {
    stamp('migration-flow', '1.0.0')
    const schema: unknown = JSON.parse(fs.readFileSync(at('schema.json'), 'utf8'))
    fs.writeFileSync(at('schema.json'), JSON.stringify(schema))
    add(at('definition.md'), 'said better')
    add(at('examples/valid/one-more.json'), '{}')
    expect(stamp('migration-flow', '1.0.0').status).toBe(0)
    expect(stamp('--check').status).toBe(0)
    expect(published()).toHaveLength(1)
  })

  it.each<[string, () => void]>([
    [
      'schema',
      () =>
        fs.writeFileSync(
          at('schema.json'),
          '{ "$id": "urn:corridor:contract:migration-flow:1.0.0" }',
        ),
    ],
    ['data structure', () => fs.rmSync(at('dsd.json'))],
    ['rules', () => add(at('rules/one-more.json'), '[]')],
  ])('whose %s changed is not stamped again, and the check tells it', (_, change) => {
    stamp('migration-flow', '1.0.0')
    const before = published()
    change()
    const told = {
      status: 1,
      said: 'migration-flow 1.0.0 was published and has changed: a change is a new version',
    }
    expect(stamp('migration-flow', '1.0.0')).toEqual(told)
    expect(stamp('--check')).toEqual(told)
    expect(published()).toEqual(before)
  })

  it('that is gone is told', () => {
    stamp('migration-flow', '1.0.0')
    fs.rmSync(at(), { recursive: true })
    expect(stamp('--check')).toEqual({
      status: 1,
      said: 'migration-flow 1.0.0 was published and is gone',
    })
  })

  it.each([
    [['migration-flow', '1.1.0'], 'there is no migration-flow 1.1.0'],
    [['../migration-flow', '1.0.0'], 'usage: publish.mjs <contract> <version>, or --check'],
    [['migration-flow'], 'usage: publish.mjs <contract> <version>, or --check'],
  ])('is stamped by its name and version only, not by %s', (words, said) => {
    expect(stamp(...words)).toEqual({ status: 1, said })
  })

  it('is not stamped under another version than its schema says', () => {
    fs.cpSync(at(), path.join(folder, 'migration-flow/1.0.1'), { recursive: true })
    expect(stamp('migration-flow', '1.0.1')).toEqual({
      status: 1,
      said: 'the schema of migration-flow 1.0.1 calls itself urn:corridor:contract:migration-flow:1.0.0',
    })
  })
})

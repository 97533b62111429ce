// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newHome } from './given'
import { writeDurably, writeWhole } from './write-whole'

let home: string
beforeEach(() => (home = newHome()))
afterEach(() => rmSync(home, { recursive: true }))

describe.each([
  ['whole', writeWhole],
  ['durably', writeDurably],
])('a file that is written %s', (_, write) => {
  it('takes the place of the one before and leaves nothing beside it', () => {
    const file = join(home, 'a.json')
    writeFileSync(file, 'before')
    write(file, 'after', 0o600)
    expect(readFileSync(file, 'utf8')).toBe('after')
    expect(readdirSync(home)).toEqual(['a.json'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

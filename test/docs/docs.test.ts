// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { falseClaims, filesOf, registries, type Document, type Known } from './claims'

const root = path.resolve(__dirname, '../..')
const files = filesOf(root)
const read = (file: string): Document => ({
  file,
  text: fs.readFileSync(path.join(root, file), 'utf8'),
})
const settings = namesIn(read('libs/platform/src/config/settings.ts').text, /name: '([A-Z_]+)'/g)

const known: Known = {
  files,
  settings,
  names: new Set([
    ...files
      .filter((file) => /^contracts\/(problems|codelists)\/.*\.json$/.test(file))
      .flatMap((file) => [
        path.basename(file, '.json'),
        ...namesIn(read(file).text, /"([A-Z][A-Z0-9_]+)"/g),
      ]),
    'NODE_OPTIONS',
    'NO_COLOR',
    'FORCE_COLOR',
  ]),
  scripts: new Set(
    Object.keys((JSON.parse(read('package.json').text) as { scripts: object }).scripts),
  ),
}

const documents = files.filter((file) =>
  /^(README|ARCHITECTURE|CONTRIBUTING|SECURITY)\.md$|^(docs|apps|libs|deploy)\/.*\.md$/.test(file),
)

describe('the documents', () => {
  it('are there', () => {
    expect(files).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'LICENSE']))
  })

  it('have names to be checked against', () => {
    expect(files).toContain('contracts/problems/problems.json')
    expect(settings).toContain('CORRIDOR_HOME')
  })

  it.each(documents)('%s names only what exists', (file) => {
    expect(falseClaims(read(file), known)).toEqual([])
  })
})

describe('what a clone installs from', () => {
  it('is told by the machine: the lock file has no address', () => {
    const addresses = /"resolved": "(?:https?|git|ssh)[^"]*"/g
    expect(read('package-lock.json').text.match(addresses) ?? []).toEqual([])
  })

  it.each(['package.json', '.npmrc', 'package-lock.json'])('%s names no registry', (file) => {
    expect(registries(read(file))).toEqual([])
    expect(read(file).text).not.toMatch(/^\s*"?(@[\w-]+:)?registry"?\s*[=:]/m)
  })
})

describe('a document that is not true', () => {
  const small: Known = {
    files: ['apps/intake/src/main.ts', 'docs/adr/0001-one.md', 'README.md'],
    names: new Set(['AGREEMENT_REVOKED', 'CL_SEX']),
    settings: new Set(['CORRIDOR_HOME']),
    scripts: new Set(['start', 'build']),
  }
  const claims = (text: string): number => falseClaims({ file: 'README.md', text }, small).length

  it.each([
    ['a path', '`apps/intake/src/nowhere.ts`'],
    ['a path of a room', '`libs/nowhere`'],
    ['a file of the root', '`NOTHING.md`'],
    ['a program', '```sh\nnode apps/outtake/dist/main.js\n```'],
    ['a link', '[here](docs/nowhere.md)'],
    ['a refusal code', '`AGREEMENT_FORGOTTEN`'],
    ['a setting', '```sh\nCORRIDOR_HOUSE=x npm start\n```'],
    ['a script', '`npm run fly`'],
    ['a registry', ['https:/', 'registry.example.org', ''].join('/')],
  ])('is told about %s', (_, text) => {
    expect(claims(text)).toBe(1)
  })

  it.each([
    '`apps/intake/src/main.ts` `apps/<service>/dist/main.js` `apps/*/src` `docs/adr/NNNN-title.md`',
    '`AGREEMENT_REVOKED` `CL_SEX` `CORRIDOR_HOME` `Y_GE65` `OUT_BE`',
    '```sh\nnpm start && npm run build\n```',
    '[decisions](docs/adr/0001-one.md#status) and [outside](https://example.org/x.md)',
    '`domain/` decides; `intake.recorded.v1` is a subject; `2/3` is a number',
  ])('is left alone where it is true: %s', (text) => {
    expect(claims(text)).toBe(0)
  })
})

function namesIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))
}

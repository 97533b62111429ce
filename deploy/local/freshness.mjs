// SPDX-License-Identifier: Apache-2.0
// Tells what of an installation and a build is up to date. Reads only, and quickly: it runs before every start.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where the stamps are. The first goes with node_modules when that is removed. */
export const stampOfPackages = 'node_modules/.corridor-stamp'
export const stampOfBuild = '.cache/build-stamp'

/** What the installed packages must be: the lock file, this Node's major version and this kind of machine. */
export function wantedPackages(root) {
  const node = process.versions.node.split('.')[0]
  return digest([
    readFileSync(join(root, 'package-lock.json')),
    `${node} ${process.platform} ${process.arch}`,
  ])
}

/** What the built files must come from: each source by path, size and time of change. */
export function wantedBuild(root) {
  const places = ['contracts', ...inWorkspaces(root, 'src'), ...inWorkspaces(root, 'generate')]
  const files = places.flatMap((place) => filesUnder(root, place))
  const single = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json']
  const perWorkspace = ['package.json', 'tsconfig.json', 'build.mjs'].flatMap((name) =>
    inWorkspaces(root, name),
  )
  const lines = [...files, ...single, ...perWorkspace]
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort()
  return digest(lines.map((file) => lineOf(root, file)))
}

/** True where every package of the lock file that this machine must have is there. */
export function packagesAreThere(root) {
  return lockedPackages(root).every(([path]) => existsSync(join(root, path, 'package.json')))
}

/** True where npm itself finished installing exactly what the lock file names, with no help of ours. */
export function npmFinished(root) {
  const own = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(own)) return false
  const installed = JSON.parse(readFileSync(own, 'utf8')).packages ?? {}
  return lockedPackages(root).every(
    ([path, entry]) => entry.link || installed[path]?.version === entry.version,
  )
}

/** True where the lock file was made for what every package.json of the project asks for. */
export function lockIsInSync(root) {
  const { packages = {} } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return ['', ...inWorkspaces(root, '')].every((folder) => {
    const asked = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    return ['dependencies', 'devDependencies', 'optionalDependencies'].every(
      (kind) => sorted(asked[kind]) === sorted(packages[folder]?.[kind]),
    )
  })
}

/** True where every workspace with sources has what they are built to. */
export function buildIsThere(root) {
  return inWorkspaces(root, '').every((folder) =>
    ['index', 'main'].every(
      (name) =>
        !existsSync(join(root, folder, 'src', `${name}.ts`)) ||
        existsSync(join(root, folder, 'dist', `${name}.js`)),
    ),
  )
}

/** The workspaces' own build steps, run after the compiler: `build.mjs` in apps/* and libs/*. */
export function buildSteps(root) {
  return inWorkspaces(root, 'build.mjs')
}

/** A stamp's text, empty where there is none. */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

function lockedPackages(root) {
  const { packages = {} } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).filter(
    ([path, entry]) =>
      path.startsWith('node_modules/') && !entry.optional && !entry.devOptional && !entry.peer,
  )
}

function inWorkspaces(root, name) {
  return ['libs', 'apps']
    .filter((kind) => existsSync(join(root, kind)))
    .flatMap((kind) =>
      readdirSync(join(root, kind))
        .sort()
        .map((folder) => `${kind}/${folder}`),
    )
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => (name === '' ? folder : `${folder}/${name}`))
    .filter((path) => existsSync(join(root, path)))
}

function sorted(wanted = {}) {
  return JSON.stringify(Object.entries(wanted).sort())
}

function filesUnder(root, place) {
  if (!existsSync(join(root, place))) return []
  return readdirSync(join(root, place), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(root, `${place}/${entry.name}`) : [`${place}/${entry.name}`],
  )
}

function lineOf(root, file) {
  const stat = statSync(join(root, file), { throwIfNoEntry: false })
  return stat === undefined ? `${file} -\n` : `${file} ${stat.size} ${stat.mtimeMs}\n`
}

function digest(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

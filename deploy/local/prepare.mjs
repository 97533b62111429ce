// SPDX-License-Identifier: Apache-2.0
// Installs what the lock file names and builds the project, each only where it is not fresh.
//   node deploy/local/prepare.mjs [--quiet] [--force]
// Needs nothing but Node and npm. Stamps are written last, so a kill at any moment is repaired by the next run.
import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fresh from './freshness.mjs'
import { nodeObjection } from './node-version.mjs'
import { onlyOne } from './only-one.mjs'

/** The project's folder. */
export const projectRoot = dirname(dirname(dirname(realpathSync(fileURLToPath(import.meta.url)))))

/** Brings packages and build up to date. Gives a plain sentence where that failed, else undefined. */
export async function prepare({ root = projectRoot, say = () => undefined, force = false } = {}) {
  if (!force && packagesAreFresh(root) && buildIsFresh(root)) return undefined
  try {
    mkdirSync(join(root, '.cache'), { recursive: true })
    return await onlyOne(join(root, '.cache', 'prepare.lock'), {
      onWait: (pid) =>
        say(`another set-up of this folder is at work (process ${pid}); waiting for it`),
      act: (holds) => bringUpToDate({ root, say, force, holds }),
    })
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error.code)) throw error
    return `the project's folder ${root} cannot be written (${error.message}): make it writable for this account`
  }
}

async function bringUpToDate(work) {
  if (!packagesAreFresh(work.root)) {
    const failed = await install(work)
    if (failed !== undefined) return failed
  }
  return work.force || !buildIsFresh(work.root) ? build(work) : undefined
}

function packagesAreFresh(root) {
  const stamp = join(root, fresh.stampOfPackages)
  if (!existsSync(join(root, 'node_modules')) || !fresh.packagesAreThere(root)) return false
  if (existsSync(stamp)) return fresh.readStamp(stamp) === fresh.wantedPackages(root)
  // Somebody ran `npm ci` or `npm install` by hand, to its end.
  return fresh.npmFinished(root) && writeStamp(stamp, fresh.wantedPackages(root))
}

function buildIsFresh(root) {
  return (
    fresh.readStamp(join(root, fresh.stampOfBuild)) === fresh.wantedBuild(root) &&
    fresh.buildIsThere(root)
  )
}

async function install({ root, say, holds }) {
  say('installing the packages of the lock file (npm ci); this takes about a minute the first time')
  const wanted = fresh.wantedPackages(root)
  rmSync(join(root, fresh.stampOfPackages), { force: true })
  const log = join(root, '.cache', 'npm.log')
  const how = { root, log, say, holds, doing: 'still installing' }
  let ended = await npm(['ci'], how)
  if (ended !== 0 && isOnlyAboutOtherMachines(root, log)) {
    rmSync(join(root, 'node_modules'), { recursive: true, force: true })
    ended = await npm(['install', '--no-save'], how)
  }
  if (ended !== 0)
    return `the packages could not be installed: npm ${ended}. It says:\n${npmReason(log)}`
  writeStamp(join(root, fresh.stampOfPackages), wanted)
  return undefined
}

async function build({ root, say, force, holds }) {
  say('building')
  // Taken before, so that a source that changes meanwhile is built the next time.
  const wanted = fresh.wantedBuild(root)
  const running = join(root, '.cache', 'build-running')
  // The compiler believes its own notes; after a kill, or where output was removed, they are not true.
  const distrust = force || existsSync(running) || !fresh.buildIsThere(root)
  writeFileSync(running, '')
  rmSync(join(root, fresh.stampOfBuild), { force: true })
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const steps = [
    [compiler, '-b', ...(distrust ? ['--force'] : [])],
    ...fresh.buildSteps(root).map((step) => [join(root, step)]),
  ]
  for (const words of steps) {
    const log = join(root, '.cache', 'build.log')
    const ended = await run(process.execPath, words, {
      root,
      log,
      say,
      holds,
      doing: 'still building',
    })
    if (ended !== 0) {
      rmSync(running, { force: true })
      return `the project could not be built. The last lines:\n${lastLines(log, 40)}`
    }
  }
  writeStamp(join(root, fresh.stampOfBuild), wanted)
  rmSync(running, { force: true })
  return undefined
}

// npm 11 and 12 refuse to `ci` from a lock file that lacks optional packages of other machines, even where the registry has
// none (npm/cli issue 9846). Where the lock file fits every package.json, installing by it without saving is the same.
function isOnlyAboutOtherMachines(root, log) {
  const said = readFileSync(log, 'utf8')
  return (
    /EUSAGE/.test(said) &&
    /Missing: /.test(said) &&
    !/Invalid: /.test(said) &&
    fresh.lockIsInSync(root)
  )
}

function npm(words, how) {
  const { program, before } = npmCommand()
  // The compiler and its kin are needed whatever NODE_ENV says.
  const all = [
    ...words,
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
  ]
  return run(program, [...before, ...all], how)
}

// Inside `npm start` npm names itself; outside, the one beside this Node or on the PATH serves.
function npmCommand() {
  const path = process.env.npm_execpath ?? ''
  return /npm-cli\.[cm]?js$/.test(path)
    ? { program: process.execPath, before: [path] }
    : { program: 'npm', before: [] }
}

/** Runs a program with its output in a file. Gives 0, or how it ended in words. */
async function run(program, words, { root, log, say, holds, doing }) {
  const output = openSync(log, 'w')
  const child = spawn(program, words, { cwd: root, stdio: ['ignore', output, output] })
  closeSync(output)
  if (child.pid !== undefined) holds(child.pid)
  const begun = Date.now()
  const ticking = setInterval(
    () => say(`${doing} (${Math.round((Date.now() - begun) / 1000)} s)`),
    15_000,
  )
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  let asked
  const pass = (signal) => {
    asked = signal
    child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be run (${error.message})`))
    child.once('exit', (code, signal) => resolve(code ?? `was ended by ${signal}`))
  })
  clearInterval(ticking)
  for (const signal of signals) process.off(signal, pass)
  if (asked !== undefined) process.exit(130)
  return ended === 0 || typeof ended === 'string' ? ended : `ended with code ${ended}`
}

// npm gives its reason first and then much help.
function npmReason(log) {
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /^npm (error|ERR!) +\S/.test(line))
  return lines.length === 0 ? lastLines(log, 12) : lines.slice(0, 8).join('\n')
}

function lastLines(file, count) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}

function writeStamp(file, text) {
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, `${text}\n`)
  renameSync(beside, file)
  return true
}

async function main() {
  const quiet = process.argv.includes('--quiet')
  const say = quiet ? () => undefined : (text) => console.log(text)
  const failed =
    nodeObjection(process.versions.node) ??
    (await prepare({ say, force: process.argv.includes('--force') }))
  if (failed === undefined) return
  console.error(failed)
  process.exitCode = 1
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))
)
  await main()

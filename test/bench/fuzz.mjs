// SPDX-License-Identifier: Apache-2.0
// `npm run fuzz -- [--messages N] [--files N] [--seed N]`: altered messages at the way in's own judge, and altered files at the one
// door for files. No crash, no hang, no acceptance of what was altered, every refusal with a code of the catalogue. It ends with 1
// where one of these did not hold. All figures are synthetic.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { problem, sentContracts } from '@corridor/contracts'
import { readFile } from '@corridor/formats'
import { eventBytes, newSigningKey, participantSource, seal, signerOf } from '@corridor/message'
import { mutatedBytes, mutatedJson, seeded } from '@corridor/testing'
import { judge } from '../../apps/intake/dist/domain/judge.js'
import { startingFiles } from './starting-files.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values: asked } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    files: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261124' },
  },
})
/** Nothing that was altered may keep the judge or a reader busy for longer. */
const longestMs = 10_000
const random = seeded(Number(asked.seed))
const wrong = []

await fuzzMessages(Number(asked.messages))
await fuzzFiles(Number(asked.files))
for (const one of wrong.slice(0, 20)) console.log(`WRONG  ${one}`)
console.log(wrong.length === 0 ? 'OK  nothing was wrong' : `STOP  ${wrong.length} were wrong`)
process.exitCode = wrong.length === 0 ? 0 : 1

/** Half of the messages are altered after they were sealed, half are strange from the start and rightly sealed. */
async function fuzzMessages(count) {
  const { privateJwk, publicJwk, kid } = await newSigningKey()
  const signer = await signerOf(privateJwk)
  const record = {
    kid,
    participant: 'BE',
    jwk: publicJwk,
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    revokedFrom: null,
  }
  const at = new Date('2026-11-23T09:12:00Z')
  const bench = { hubId: 'hub', at, keyOf: (id) => (id === kid ? record : undefined) }
  const purpose = { typ: 'corridor-event', aud: 'hub' }
  const good = []
  for (const { contract, version, data } of validExamples()) {
    const bytes = eventBytes({
      id: 'fuzz-1',
      source: participantSource('BE'),
      type: 'corridor.submission.v1',
      time: at,
      contract: { name: contract, version },
      data,
    })
    good.push({ contract, sealed: await seal(bytes, purpose, signer), event: JSON.parse(bytes) })
  }
  const outcomes = new Map()
  const started = Date.now()
  for (let i = 0; i < count; i++) {
    const { contract, sealed, event } = good[i % good.length]
    const altered = i % 2 === 0
    const message = altered ? alteredAfter(sealed) : await strangeFrom(event, purpose, signer)
    const what = `message ${i}, from ${contract}`
    const outcome = await within(what, () =>
      judge(message, `corridor.submit.BE.${contract}`, bench),
    )
    const code = codeOf(outcome)
    outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
    if (altered && code === 'accepted') wrong.push(`${what}: accepted although it was altered`)
    if (code !== 'accepted' && problem(code) === undefined) wrong.push(`${what}: ${code}`)
    progress('messages', { done: i + 1, count, started })
  }
  tell('messages', outcomes, started)
}

function codeOf(outcome) {
  if (outcome === undefined) return 'thrown'
  return outcome.ok ? 'accepted' : outcome.refusal.code
}

/** The bytes, the signature or both, otherwise than they were sealed. */
function alteredAfter(sealed) {
  const kind = Math.floor(random() * 3)
  const bytes = kind === 0 ? sealed.bytes : mutatedBytes(random, sealed.bytes)
  const signature =
    kind === 1
      ? sealed.signature
      : Buffer.from(mutatedBytes(random, Buffer.from(sealed.signature))).toString('latin1')
  return { bytes, signature }
}

async function strangeFrom(event, purpose, signer) {
  const strange =
    random() < 0.5
      ? mutatedJson(random, event)
      : { ...event, data: mutatedJson(random, event.data) }
  const bytes =
    random() < 0.8
      ? Buffer.from(JSON.stringify(strange) ?? '')
      : mutatedBytes(random, Buffer.from(JSON.stringify(event)))
  return seal(bytes, purpose, signer)
}

function* validExamples() {
  const law = join(root, 'contracts')
  for (const contract of sentContracts) {
    for (const version of subfolders(join(law, contract))) {
      const folder = join(law, contract, version, 'examples/valid')
      if (!statSync(folder, { throwIfNoEntry: false })) continue
      for (const file of readdirSync(folder)) {
        const data = JSON.parse(readFileSync(join(folder, file), 'utf8'))
        if (typeof data === 'object') yield { contract, version, data }
      }
    }
  }
}

function subfolders(folder) {
  if (!statSync(folder).isDirectory()) return []
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())
}

async function fuzzFiles(count) {
  const contract = { name: 'migration-flow', version: '1.0.0' }
  const files = await startingFiles(root)
  const outcomes = new Map()
  const started = Date.now()
  for (let i = 0; i < count; i++) {
    const { name, bytes } = pick(files, i)
    const altered = mutatedBytes(random, bytes)
    const what = `file ${i}, from ${name}`
    // A plain file says nothing of its contract: whoever sends one says it beside the file.
    const options = { fileName: basename(name), ...(random() < 0.8 ? { contract } : {}) }
    const reading = await within(what, () => readFile(altered, options))
    const rows = reading?.parts.reduce((sum, part) => sum + part.rowNumbers.length, 0) ?? 0
    const codes = new Set(reading?.problems.map(({ code }) => code) ?? ['thrown'])
    for (const code of codes) if (problem(code) === undefined) wrong.push(`${what}: ${code}`)
    const told = [...codes].sort()[0] ?? (rows > 0 ? 'read' : 'empty')
    const outcome = `${reading?.format ?? '?'}: ${told}`
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    progress('files', { done: i + 1, count, started })
  }
  tell('files', outcomes, started)
}

// A workbook is read in a thread of its own, which costs a hundred times what text does: one file in fifty is one.
function pick(files, i) {
  const workbooks = files.filter(({ name }) => name.endsWith('.xlsx'))
  const texts = files.filter(({ name }) => !name.endsWith('.xlsx'))
  return i % 50 === 0 ? workbooks[(i / 50) % workbooks.length] : texts[i % texts.length]
}

/** What a call gives; a throw or a call that takes too long is wrong. */
async function within(what, call) {
  const started = performance.now()
  try {
    const given = await call()
    const took = performance.now() - started
    if (took > longestMs) wrong.push(`${what}: took ${Math.round(took)} ms`)
    return given
  } catch (error) {
    wrong.push(`${what}: threw ${error.stack.split('\n').slice(0, 3).join(' ')}`)
    return undefined
  }
}

function progress(what, { done, count, started }) {
  if (done % 20_000 !== 0 && done !== count) return
  const seconds = Math.round((Date.now() - started) / 1_000)
  process.stderr.write(
    `${done.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')} ${what}, ${seconds} s\n`,
  )
}

function tell(what, outcomes, started) {
  console.log(`${what}, in ${Math.round((Date.now() - started) / 1_000)} s:`)
  for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
    console.log(`  ${count.toLocaleString('en-GB').padStart(9)}  ${outcome}`)
}

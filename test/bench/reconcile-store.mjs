// SPDX-License-Identifier: Apache-2.0
// What a reconciliation is measured on: statements and comparisons by the million, and sealed files of full rounds. Synthetic figures.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeList, toColumns } from '@corridor/contracts'
import { migrate, openStore, storageKeysOf } from '@corridor/platform'
import pg from 'pg'

const definition = {
  ...{ minimumStay: 'P12M', population: 'all', source: 'register', partnerConcept: 'residence' },
  ...{ eventConcept: 'registration', ageDefinition: 'completed', periodConvention: 'calendar' },
}
const classifications = { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' }
const contract = 'migration-flow'
const corridor = { origin: 'BE', destination: 'DK' }
const breakdownsPerCorridor = 10_000
const periods = Array.from({ length: 10 }, (_, i) => String(2010 + i))

/** The code of the service, two databases of its own, and terms by which two parties compare everything. */
export async function bench({ load, projectRoot, home, database, resources }) {
  const from = (file) => load(`./apps/reconciliation/dist/${file}.js`)
  const { comparisonTerms } = from('domain/terms')
  const { compile, rowTest } = load('./libs/policy/dist/index.js')
  const { alarmBand } = load('./libs/statistics/dist/index.js')
  const agreement = termsOf('BE', 'DK')
  const shell = {
    ...from('shell/statements'),
    ...from('shell/grid-flows'),
    ...from('shell/pairs'),
    ...from('shell/report-due'),
    ...from('shell/agreements'),
    ...from('shell/full-round/engine'),
    ...from('shell/full-round/memory-folder'),
    ...from('shell/full-round/join-sides'),
    ...from('shell/full-round/round-files'),
    ...from('shell/full-round/sieve-sql'),
  }
  const stores = []
  for (const name of ['small', 'large']) {
    const store = await openDatabase({ database, name, projectRoot })
    resources.add(() => store.destroy())
    await store.transaction((tx) => shell.keepAgreement(tx, agreement))
    stores.push(store)
  }
  const floor = new pg.Client({ connectionString: urlOf(database, 'large') })
  await floor.connect()
  resources.add(() => floor.end())
  const keys = storageKeysOf(readFileSync(join(home, 'keys', 'storage.key'), 'utf8'))
  return {
    ...{ small: stores[0], large: stores[1], shell, keys, agreement, floor, expect },
    domain: { ...from('domain/pair-up'), ...from('domain/round') },
    terms: comparisonTerms(agreement)[0],
    isGranted: rowTest(compile([agreement]), new Date()),
    band: alarmBand(expect().expectation, expect().alarm),
    openBeside: (file, place) => openBeside(shell, file, place),
  }
}

/** A database with the tables of reconciliation and nothing else. */
async function openDatabase({ database, name, projectRoot }) {
  await database.query(`create database ${name}`)
  const url = urlOf(database, name)
  await migrate(url, [
    { service: 'reconciliation', folder: join(projectRoot, 'apps/reconciliation/migrations') },
  ])
  return openStore({ url, service: 'reconciliation', ownRole: false, maxConnections: 2 })
}

function urlOf({ connectionParameters }, name) {
  const { host, port, user, password } = connectionParameters
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`
}

/** As much is expected of every cell: a ratio of one, a spread of a fifth. */
function expect() {
  const known = { basis: 'history', periods: 5, shrinkage: 1 }
  return {
    ...{ version: 1, alarm: 0.01, coverage: null },
    expectation: { status: 'expected', logRatio: 0, variance: 0.04, ...known },
  }
}

// Terms under which two states give each other every breakdown, and have them compared.
function termsOf(first, second) {
  const both = [corridor, { origin: corridor.destination, destination: corridor.origin }]
  const levels = ['sex', 'age', 'occupation'].map((dimension) => ({ dimension, level: 'all' }))
  const share = (id, from, to) => ({
    ...{ id, kind: 'share', from: [from], to: [to], contract, corridors: both, levels },
    confStatus: ['F'],
  })
  const terms = {
    id: `${first}-${second}-2026`,
    title: 'Two states compare everything',
    parties: [first, second].map((participant) => ({ participant, signatures: 1 })),
    term: { from: '2026-01-01', until: '2035-12-31' },
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
    signatureDays: 90,
    enforced: [
      share('1', first, second),
      share('2', second, first),
      { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
      { id: '4', kind: 'reconcile', contract, tolerance: { asymmetryPercent: 10 } },
    ],
    recorded: [],
  }
  const standing = { status: 'in-force', parties: [first, second] }
  return { terms, standing: { ...standing, reservations: [], provisionalUntil: null } }
}

/** Ten thousand breakdowns by age and occupation. */
function breakdowns() {
  // Persons of no known code would bring their flow to a common grid.
  const occupations = codeList('CL_OCCUPATION').codes.filter((code) => !code.startsWith('_'))
  const ages = Array.from({ length: 20 }, (_, i) => `Y${5 * i}T${5 * i + 4}`)
  return ages
    .flatMap((age) => occupations.map((occupation) => ({ age, occupation })))
    .slice(0, breakdownsPerCorridor)
}

/**
 * Fills statements and comparisons of so many cells: ten years, as many corridors as it takes. The first is BE to DK. Keys are made
 * when the rows are there.
 */
export async function fillStore({ agreement }, { store, cells }) {
  const corridors = cells / periods.length / breakdownsPerCorridor
  const codes = breakdowns().map(({ age, occupation }) => `_T.${age}.${occupation}._T._T._T`)
  await store.query('truncate statement, pair, dataset, report_due, flow_on_grid')
  await store.query(
    `insert into dataset (position, participant, kept, definition, classifications)
     select position, 'BE', true, $1, $2 from unnest(array[1, 2]) position`,
    [JSON.stringify(definition), JSON.stringify(classifications)],
  )
  await store.transaction(async (tx) => {
    const keys = await tx.query(selectKeys)
    await tx.query(`set local maintenance_work_mem = '512MB'`)
    for (const { of, name } of keys) await tx.query(`alter table ${of} drop constraint ${name}`)
    for (let at = 0; at < corridors; at++) await fillCorridor(tx, { agreement, codes, at })
    for (const { of, name, key } of keys)
      await tx.query(`alter table ${of} add constraint ${name} ${key}`)
  })
  for (const table of ['statement', 'pair']) await store.query(`vacuum analyze ${table}`)
}

const selectKeys = `
select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as key from pg_constraint
where contype = 'p' and conrelid = any(array['statement'::regclass, 'pair'::regclass])`

async function fillCorridor(tx, { agreement, codes, at }) {
  const [origin, destination] = at === 0 ? ['BE', 'DK'] : [`Q${at}A`, `Q${at}B`]
  for (const [direction, position, reporter] of [
    ['outflow', 1, origin],
    ['inflow', 2, destination],
  ])
    await tx.query(insertSide, [
      ...[origin, destination, codes, periods],
      ...[direction, position, reporter],
    ])
  await tx.query(insertPairs, [agreement.terms.id, origin, destination, codes, periods])
}

const insertSide = `
insert into statement (contract, position, origin, destination, period, breakdown, direction, reporter, value, value_status, obs_status, conf_status)
select '${contract}', $6::bigint, $1, $2, period, breakdown, $5::text, $7::text, 100 + number % 900, 'value', 'A', 'F'
from unnest($4::text[]) period, unnest($3::text[]) with ordinality as b (breakdown, number)`

const insertPairs = `
insert into pair (agreement, contract, origin, destination, period, breakdown, origin_says, destination_says, origin_lower, origin_upper,
  destination_lower, destination_upper, origin_harmonised, destination_harmonised, difference, asymmetry_percent, outcome, eligibility,
  finding, expectation, log_ratio, variance, basis, periods, tested_by, p, z, suspicion, gap, matters, weight, teaches, origin_status,
  destination_status, origin_position, destination_position, compared_at)
select $1, contract, origin, destination, period, breakdown, value, value, value, value, value, value, value, value, 0, 0, 'within',
  'comparable', 'as-expected', 1, 0, 0.04, 'history', 5, 'beta-binomial', 1, 0, 0, 0, false, 0, true, 'A', 'A', 1, 2, now()
from (select $2::text as origin, $3::text as destination, '${contract}' as contract, period, breakdown, 100 + number % 900 as value
  from unnest($5::text[]) period, unnest($4::text[]) with ordinality as b (breakdown, number)) said`

/** A message that revises five thousand cells of BE to DK, by columns as the service reads it from its record. */
export function revisionOf(run) {
  const rows = breakdowns()
    .slice(0, 5_000)
    .map(({ age, occupation }, i) => ({
      ...{ reporter: 'BE', direction: 'outflow', ...corridor, period: periods[run % 10] },
      ...{ sex: '_T', age, occupation, sector: '_T', stay: '_T', education: '_T' },
      ...{
        value: 60 + ((i * 31 + run * 17) % 900),
        valueStatus: 'value',
        lower: null,
        upper: null,
      },
      ...{ standardError: null, sampleSize: null, obsStatus: 'A', confStatus: 'F', embargo: null },
    }))
  const dataset = { ...toColumns(definition, rows), classifications }
  const position = Math.floor(1_000 + performance.now() * 1_000)
  return { position, participant: 'BE', contract, version: '1.1.0', dataset }
}

/** Such a message as the service works it: everything in one transaction. */
export async function revise({ shell, domain, agreement, isGranted }, store, message) {
  const at = new Date()
  await store.transaction(async (tx) => {
    await tx.query(`insert into dataset (position, participant, kept) values ($1, 'BE', true)`, [
      message.position,
    ])
    const touched = await shell.keepStatements(tx, [message])
    const said = await shell.statementsAbout(tx, touched)
    const changed = { cells: touched, statements: said }
    const beside = await shell.besideTouched(tx, changed, { agreement, isGranted })
    const pairs = domain.compareAll(agreement, beside, expect)
    if (pairs.length !== 5_000) throw new Error(`only ${pairs.length} cells were compared`)
    await shell.keepPairs(tx, pairs, { agreement: agreement.terms.id, at })
    await shell.askReports(tx, domain.roundsOf(agreement.terms.id, pairs), at)
  })
}

const pairsPerFile = 200_000
const corridorsPerFile = 400
const way = { definition, classifications }

/**
 * Makes sealed files of so many pairs: 400 corridors of 500 breakdowns each, as many periods as it takes, a twentieth of each side
 * missing. Something is expected of every pair.
 */
export async function fillRounds(ground, { pairs, engine, memory, store: files }) {
  const { large, shell, agreement, band } = ground
  const each = Math.min(pairsPerFile, pairs)
  await large.query('truncate breakdown, round_file')
  await large.query(
    `insert into breakdown select number, '_T.Y0T4.X' || number || '._T._T._T' from generate_series(1, $1::integer) number`,
    [each / corridorsPerFile],
  )
  for (let at = 0; at < pairs / each; at++) {
    const opened = []
    for (const part of shell.directions) {
      const file = join(memory, `made.${part}`)
      const sql = sideSql({ at, part, each, band })
      await engine.run(`copy (${sql}) to '${file}' (format parquet)`)
      opened.push(readFileSync(file))
      rmSync(file)
    }
    const about = { agreement: agreement.terms.id, contract, period: String(2000 + at) }
    const parties = Array.from({ length: 21 }, (_, i) => `P${i}`)
    const corridors = Array.from({ length: corridorsPerFile }, (_, i) => i)
    const meeting = { contract, period: about.period, parties, corridors, onGrid: [], ways: [way] }
    const made = { ...about, upto: at, statements: 2 * each, granted: '', judged: '' }
    await large.transaction((tx) =>
      shell.keepRoundFile(
        tx,
        { ...made, at: new Date(), meeting: { ...meeting, classes: ['_T.Y0T4.X1._T._T._T'] } },
        { opened, store: files },
      ),
    )
  }
  return shell.roundFilesOf(large, { agreement: agreement.terms.id, contract })
}

// A cell is a corridor and a breakdown; the ratio of both sides spreads by a fifth around one. What refreshing works out of what was
// learnt lies beside each of the origin's figures.
function sideSql({ at, part, each, band }) {
  const drawn = (salt) => `((hash(cell, ${at}, '${salt}') % 1000000) / 1e6)`
  const out = `(100 + hash(cell, ${at}) % 900)`
  const spread = `exp(0.4 * (${drawn('a')} + ${drawn('b')} + ${drawn('c')} - 1.5))`
  const value = part === 'outflow' ? out : `round(${out} * ${spread})`
  const { lower, upper, half } = band
  const judged = `, 0::smallint as meets, 2::tinyint as judged, 1::double as origin_factor, 1::double as destination_factor,
      ${lower}::double as lower, ${upper}::double as upper, ${half}::double as half`
  return `select (cell % ${corridorsPerFile}) * ${String(2 ** 32)} + cell // ${corridorsPerFile} + 1 as key, ${value}::bigint as value,
      1::tinyint as says, 0::smallint as way ${part === 'outflow' ? judged : ''}
    from range(${each}) r (cell) where hash(cell, ${at}, '${part}') % 20 <> 0`
}

/** Both sides of a file as plain Parquet, for the peer. */
function openBeside(shell, file, { memory, store }) {
  const paths = Object.fromEntries(
    shell.directions.map((direction) => {
      const plain = join(memory, `beside-${file.file}.${direction}.parquet`)
      writeFileSync(plain, shell.openPart(store, file, direction))
      return [direction, plain]
    }),
  )
  return { ...paths, remove: () => Object.values(paths).forEach((plain) => rmSync(plain)) }
}

// SPDX-License-Identifier: Apache-2.0
// Made-up figures of one state about its moves with others: every figure of a run is about a cell of its own.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The state that reports everything. */
export const reporter = 'SE'

const listed = (name) => {
  const file = new URL(`../../contracts/codelists/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(fileURLToPath(file), 'utf8')).codes.map(({ code }) => code)
}
const first = (codes, count) => {
  if (codes.length < count) throw new Error(`could not take ${count} codes: there are fewer`)
  return codes.slice(0, count)
}
const span = (count, make) => Array.from({ length: count }, (_, i) => make(i))

const partners = listed('CL_AREA').filter((code) => /^[A-Z]{2}$/.test(code) && code !== reporter)
const dimensions = {
  sex: ['F', 'M', '_T'],
  age: span(12, (i) => `Y${15 + 5 * i}T${19 + 5 * i}`),
  stay: ['SHORT', 'LONG', 'SEASONAL', 'POSTED', '_T'],
  direction: ['inflow', 'outflow'],
  partner: first(partners, 40),
  period: span(24, (i) => `${2020 + (i >> 2)}-Q${1 + (i & 3)}`),
  occupation: first(listed('CL_OCCUPATION'), 120),
  sector: first(listed('CL_ACTIVITY_ISIC4'), 80),
}
const cells = Object.values(dimensions).reduce((product, codes) => product * codes.length, 1)
// Shares no factor with the number of cells, so it visits each cell once, and neighbours differ in every dimension.
const stride = 1_618_033_999

const obsStatuses = ['A', 'P', 'E', 'B']
const confStatuses = ['F', 'C', 'N']

/** The figures numbered `from` to `from + count - 1`, as rows (the shape of @corridor/contracts' FlowRow). */
export function rowsFrom(from, count) {
  return span(count, (i) => row(from + i))
}

function row(number) {
  let rest = (number * stride) % cells
  const at = {}
  for (const [name, codes] of Object.entries(dimensions)) {
    at[name] = codes[rest % codes.length]
    rest = Math.floor(rest / codes.length)
  }
  const { partner, direction, period, sex, age, occupation, sector, stay } = at
  const [origin, destination] = direction === 'inflow' ? [partner, reporter] : [reporter, partner]
  return {
    ...{ reporter, direction, origin, destination, period, sex, age, occupation, sector, stay },
    education: '_T',
    value: 1 + ((number * 7_919) % 100_000),
    valueStatus: 'value',
    lower: null,
    upper: null,
    obsStatus: obsStatuses[number % 4],
    confStatus: confStatuses[number % 3],
  }
}

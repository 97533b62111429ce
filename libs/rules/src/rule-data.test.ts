// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import {
  problem,
  rulesOf,
  statisticalContracts,
  structure,
  validate,
  type Rule,
} from '@corridor/contracts'

const law = path.resolve(__dirname, '../../../contracts')
const files = statisticalContracts.flatMap((contract) =>
  fs.readdirSync(path.join(law, contract)).map((version) => ({
    contract,
    version,
    file: path.join(law, contract, version, 'rules/rules.json'),
  })),
)

/** The columns that a rule speaks of. */
function columnsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'sum':
    case 'stay-below-minimum':
      return [rule.column]
    case 'unknown-share':
      return rule.columns
    case 'period-begun':
    case 'period-over':
      return rule.except === undefined ? [] : [rule.except.column]
    case 'projection-described':
    case 'observed-with-projection':
    case 'projection-horizon':
    case 'projection-interval':
      return ['basis']
    case 'projection-scenario':
      return ['basis', 'scenario']
    default:
      return []
  }
}

describe.each(files)('the rules of $contract $version', ({ contract, version, file }) => {
  const content: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
  const rules = rulesOf(contract, version)

  it('follow the contract of rules, and name their own', () => {
    expect(validate('rule-set', '1.0.0', content)).toMatchObject({
      ok: true,
      value: { contract, version, rules },
    })
    expect(rules.length).toBeGreaterThan(15)
  })

  it('speak of columns and of problems that there are', () => {
    const columns = structure(contract, version)?.dimensions.map(({ column }) => column)
    for (const rule of rules) {
      expect(columns).toEqual(expect.arrayContaining([...columnsOf(rule)]))
      expect(problem(rule.problem).number).toMatch(/^[EW]\d{3}$/)
    }
  })

  it('are each asked once', () => {
    const texts = rules.map((rule) => JSON.stringify({ ...rule, about: '' }))
    expect(new Set(texts).size).toBe(rules.length)
  })
})

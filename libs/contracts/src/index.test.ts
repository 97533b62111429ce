// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import * as front from './index'
import { problems } from './generated/problems'

const {
  codeList,
  contractUrn,
  contracts,
  label,
  newestVersion,
  parseContractUrn,
  problem,
  structure,
  validate,
} = front

describe('the generated files', () => {
  it('are what the contracts say', () => {
    const generator = path.resolve(__dirname, '../generate/main.mjs')
    const run = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })
    expect([run.status, run.stderr]).toEqual([0, ''])
  })
})

describe('code lists', () => {
  it('read an alias as its code and keep the label of the code', () => {
    expect(codeList('CL_AREA').normalise('EL')).toBe('GR')
    expect(codeList('CL_AREA').normalise('QQ')).toBeUndefined()
    expect(label('CL_AREA', 'UK')).toBe(label('CL_AREA', 'GB'))
    expect(label('CL_AREA', 'BE')).toBe('Belgium')
  })

  it('tell an unknown code by itself', () => {
    expect(label('CL_SEX', 'X')).toBe('X')
  })
})

describe('the problem catalogue', () => {
  it('has every number once, and no word that the house does not use', () => {
    const all = Object.values(problems)
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length)
    const avoided = /\b(invalid|illegal|failed|mandatory|please|oops|mismatch|error)\b|!/i
    expect(all.filter(({ title, remedy }) => avoided.test(`${title} ${remedy}`))).toEqual([])
  })

  it('is looked up by code', () => {
    expect(problem('ROW_TWICE').number).toBe('E305')
    expect(problem('toString')).toBeUndefined()
  })
})

describe('contracts', () => {
  it('are named by urns that come back', () => {
    expect(contracts).toContainEqual({ name: 'migration-flow', version: '1.0.0' })
    for (const { name, version } of contracts) {
      expect(parseContractUrn(contractUrn(name, version))).toEqual({ name, version })
    }
    expect(parseContractUrn('urn:corridor:contract:migration-flow')).toBeUndefined()
    expect(parseContractUrn('urn:corridor:contract:toString:0.1.0')).toBeUndefined()
  })

  it('that nobody knows are refused by name and by version', () => {
    const codeOf = (name: string, version: string): unknown => {
      const outcome = validate(name, version, {})
      return outcome.ok ? 'accepted' : outcome.refusal.code
    }
    expect(codeOf('constructor', '0.1.0')).toBe('CONTRACT_UNKNOWN')
    expect(codeOf('envelope', '0.1.0')).toBe('CONTRACT_UNKNOWN')
    expect(codeOf('migration-flow', '9.0.0')).toBe('CONTRACT_VERSION_UNKNOWN')
    expect(codeOf('migration-flow', '1.0.0')).toBe('CONTENT_WRONG')
  })

  it('say their dimensions in order', () => {
    const concepts = structure('migration-flow').dimensions.map(({ concept }) => concept)
    expect(concepts.join(' ')).toBe(
      'REPORTING_AREA FLOW_DIRECTION ORIGIN DESTINATION TIME_PERIOD SEX AGE OCCUPATION ACTIVITY STAY EDUCATION_LEV',
    )
  })

  it('tell what is wrong as a sentence with its place, cut and without control characters', () => {
    const detailOf = (name: front.ContractName, content: unknown): string => {
      const outcome = validate(name, newestVersion(name), content)
      return outcome.ok ? 'accepted' : outcome.refusal.detail
    }
    const act = {
      ...{ agreement: 'BE-DK-2026', act: 'notify', digest: `sha-256:${'A'.repeat(43)}` },
      at: '2026-11-23T09:12:00Z',
    }
    expect(detailOf('agreement-act', { ...act, agreement: `\u001b[31m${'x'.repeat(99)}` })).toMatch(
      /^agreement: "\\u001b\[31mx{35}…" is not an agreement, such as BE-DK-2026$/,
    )
    expect(detailOf('agreement-act', { ...act, because: 1 })).toBe(
      '"because" is not a known name here',
    )
    expect(detailOf('agreement-act', { reason: 'why' })).toBe('agreement is missing')
    expect(detailOf('agreement', agreementWith({ id: '1', kind: 'sell' }))).toBe(
      'enforced, entry 1: kind "sell" is not known',
    )
  })
})

function agreementWith(clause: object): object {
  const term = { from: '2026-01-01', until: '2027-01-01' }
  return {
    id: 'BE-DK-2026',
    title: 'Two states',
    parties: ['BE', 'DK'].map((participant) => ({ participant, signatures: 1 })),
    term,
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
    signatureDays: 90,
    enforced: [clause],
    recorded: [],
  }
}

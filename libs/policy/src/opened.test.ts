// SPDX-License-Identifier: Apache-2.0
import { clauseInWords } from './clause-words'
import { compile } from './compile'
import { compared, figure, known, toBelgium, toDenmark, unprotected } from './given'
import { asOpened } from './opened'
import { rowTest } from './row-test'

const agreement = known({
  enforced: [toDenmark, toBelgium, unprotected, { ...compared, commitFirst: true }],
})
const open = (...periods: readonly string[]) =>
  periods.map((period) => ({
    ...{ agreement: agreement.terms.id, contract: 'migration-flow', period },
  }))
const leaves = (period: string, ...opened: readonly string[]): boolean =>
  rowTest(compile(asOpened([agreement], open(...opened))), new Date('2026-06-01'))(
    { contract: 'migration-flow', sender: 'BE', recipient: 'DK' },
    { ...figure({ period }) },
  )

describe('where parties commit first', () => {
  it('nothing leaves of a period that is not open', () => {
    expect(leaves('2015')).toBe(false)
    expect(leaves('2015', '2014', '2016')).toBe(false)
    expect(leaves('2015', '2014', '2015')).toBe(true)
  })

  it('no period is open that the clause does not speak of', () => {
    expect(leaves('1999', '1999')).toBe(false)
  })

  it('another agreement’s periods open nothing', () => {
    const other = open('2015').map((one) => ({ ...one, agreement: 'OTHER-2026' }))
    expect(
      asOpened([agreement], other)[0]?.terms.enforced.filter(({ kind }) => kind === 'share'),
    ).toEqual([])
  })

  it('agreements that do not ask for it are as they were', () => {
    const plain = known()
    expect(asOpened([plain], [])[0]).toBe(plain)
  })

  it('the clause says so', () => {
    expect(clauseInWords({ ...compared, commitFirst: true })).toContain(
      'Neither side sees the other’s figures of a period before both have reported it',
    )
  })
})

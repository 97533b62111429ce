// SPDX-License-Identifier: Apache-2.0
import { earlier, flow, flowsOf } from './given'
import { check } from './index'

const jumped = { ...flowsOf([412, 900]), period: '1949' }
const input = { contract: 'migration-flow', earlier: earlier(2, { same: [4120, 100] }) }
const note = { problem: 'W510', text: 'checked, a new register' }
const other = { problem: 'W507', text: 'from the archive' }

describe('a warning', () => {
  it('stops nothing in a dry run', () => {
    const checked = check({ ...input, dataset: jumped })
    expect(checked).toMatchObject({
      ok: true,
      found: [{ code: 'PERIOD_LONG_AGO' }, { code: 'VALUE_JUMPED' }],
    })
  })

  it('stops a message where no note explains it, with the numbers of all of them', () => {
    expect(check({ ...input, dataset: jumped, strict: true })).toMatchObject({
      ok: false,
      refusal: {
        code: 'WARNING_WITHOUT_NOTE',
        detail:
          'no note explains W507 (a period is very long ago, 2 rows), W510 (a value is far from what was stated before, 2 rows)',
      },
    })
    expect(check({ ...input, dataset: { ...jumped, notes: [other] }, strict: true })).toMatchObject(
      {
        refusal: {
          detail: 'no note explains W510 (a value is far from what was stated before, 2 rows)',
        },
      },
    )
  })

  it('carries its note', () => {
    const checked = check({ ...input, dataset: { ...jumped, notes: [note, other] }, strict: true })
    expect(checked).toMatchObject({
      ok: true,
      found: [{ noted: 'from the archive' }, { noted: 'checked, a new register' }],
      dataset: { notes: [note, other] },
    })
  })
})

describe('a note', () => {
  it('on what did not occur says nothing', () => {
    const dataset = { ...flow, notes: [note] }
    expect(check({ contract: 'migration-flow', dataset, strict: true })).toMatchObject({
      ok: true,
      found: [],
    })
  })

  it('makes no error right', () => {
    const dataset = { ...flow, confStatus: 'E', notes: [{ problem: 'W310', text: 'never mind' }] }
    expect(check({ contract: 'migration-flow', dataset })).toMatchObject({
      ok: false,
      refusal: { code: 'EMBARGO_MISSING' },
    })
  })
})

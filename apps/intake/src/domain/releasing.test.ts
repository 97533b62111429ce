// SPDX-License-Identifier: Apache-2.0
import { benchWith, bytesOf, flow, newSender, subject } from './given'
import { judge } from './judge'
import { staysInside } from './releasing'

const releasing = { 'migration-flow': 'STATBEL' }

describe('what an office states', () => {
  it('is the state’s figure where no office was named', () => {
    expect(staysInside('migration-flow', { office: 'LABOUR', releasing: {} })).toBe(false)
    expect(staysInside('migrant-stock', { office: 'LABOUR', releasing })).toBe(false)
  })

  it('is the state’s figure where it was named itself', () => {
    expect(staysInside('migration-flow', { office: 'STATBEL', releasing })).toBe(false)
  })

  it('stays inside where another was named, also of a key whose office nobody knows', () => {
    expect(staysInside('migration-flow', { office: 'LABOUR', releasing })).toBe(true)
    expect(staysInside('migration-flow', { office: null, releasing })).toBe(true)
  })
})

describe('a message of an office that does not release', () => {
  it('is judged like any other, and marked', async () => {
    const sender = await newSender({ office: 'LABOUR', releasing })
    const judged = judge(await sender.seals(bytesOf(flow)), subject, benchWith(sender))
    expect(judged).toMatchObject({
      ok: true,
      value: { office: 'LABOUR', datasets: [{ isInternal: true, rows: 2 }] },
    })
  })
})

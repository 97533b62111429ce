// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { flow } from '../given'
import { messageLimits, packMessages } from './pack-messages'

const part = { contract: { name: 'migration-flow', version: '1.0.0' }, data: flow }
const parts = (number: number): (typeof part)[] => Array.from({ length: number }, () => part)

function packed(...args: Parameters<typeof packMessages>): readonly string[] {
  const messages = packMessages(...args)
  if (!messages.ok) throw new Error(messages.refusal.detail)
  return messages.value.map(({ contract }) => contract.name)
}

describe('datasets that are sent', () => {
  it('are one message each where there is one', () => {
    expect(packed([part])).toEqual(['migration-flow'])
  })

  it('are one message together where they fit, which follows the contract of bundles', () => {
    const messages = packMessages(parts(64), { test: true })
    expect(messages).toMatchObject({ value: [{ contract: { name: 'bundle' }, test: true }] })
    const data = messages.ok ? messages.value[0]?.data : undefined
    expect(validate('bundle', '1.0.0', data)).toMatchObject({ ok: true })
  })

  it('are messages of their own where there are more than a bundle holds, or where it is asked for', () => {
    expect(packed(parts(65))).toHaveLength(65)
    expect(packed(parts(2), { separate: true })).toEqual(['migration-flow', 'migration-flow'])
  })

  it('are messages of their own where together they are larger than a message', () => {
    const large = { ...part, data: { ...flow, filler: 'x'.repeat(messageLimits.bytes / 2) } }
    expect(packed([large, large])).toHaveLength(2)
  })

  it('are refused where one alone is larger than a message', () => {
    const large = { ...part, data: { ...flow, filler: 'x'.repeat(messageLimits.bytes) } }
    expect(packMessages([part, large])).toMatchObject({ refusal: { code: 'MESSAGE_TOO_LARGE' } })
  })
})

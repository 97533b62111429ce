// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { sentContracts } from '@corridor/contracts'
import { brokerRights } from './rights'

const kinds = ['state', 'committee', 'secretariat', 'partner', 'operator'] as const
const someId = fc.stringMatching(/^[A-Z0-9]{2,16}$/)

describe('the rights of a state', () => {
  it('are to send its figures, and to take and acknowledge what is addressed to it', () => {
    expect(brokerRights('BE', 'state')).toEqual({
      publish: [
        ...sentContracts.map((contract) => `corridor.submit.BE.${contract}`),
        'HUBJS.CONSUMER.INFO.OUT_BE.BE',
        'HUBJS.CONSUMER.MSG.NEXT.OUT_BE.BE',
        '$JS.ACK.OUT_BE.BE.>',
      ],
      subscribe: ['_INBOX_BE.>'],
    })
  })
})

describe('the rights of who is no state', () => {
  it.each([...kinds.slice(1), 'a kind of later'])('let a %s send nothing, only receive', (kind) => {
    const { publish, subscribe } = brokerRights('BEDK', kind)
    expect(publish.filter((subject) => subject.startsWith('corridor.'))).toEqual([])
    expect(publish).toContain('HUBJS.CONSUMER.MSG.NEXT.OUT_BEDK.BEDK')
    expect(subscribe).toEqual(['_INBOX_BEDK.>'])
  })

  it('let a partner send what its agreements name, and no contract that nobody knows', () => {
    const { publish } = brokerRights('ITUC', 'partner', ['migration-flow', 'weather'])
    const sent = publish.filter((subject) => subject.startsWith('corridor.'))
    expect(sent).toEqual(['corridor.submit.ITUC.migration-flow'])
    expect(brokerRights('BEDK', 'committee', ['migration-flow']).publish).toEqual(
      brokerRights('BEDK', 'committee').publish,
    )
  })

  it('are the least ones, also where the kind has the name of a member that every object has', () => {
    expect(brokerRights('BE', 'constructor')).toEqual(brokerRights('BE', 'operator'))
  })
})

describe('whoever signs in', () => {
  it('gets no wildcard over contracts, and subjects of its own only', () => {
    fc.assert(
      fc.property(someId, fc.constantFrom(...kinds), (participant, kind) => {
        const { publish, subscribe } = brokerRights(participant, kind)
        for (const subject of [...publish, ...subscribe]) {
          const words = subject.split('.')
          const own = [participant, `_INBOX_${participant}`]
          expect(words.some((word) => own.includes(word))).toBe(true)
          expect(words).not.toContain('*')
          if (words.includes('>')) expect(subject).toMatch(/^(\$JS\.ACK|_INBOX_)/)
        }
      }),
    )
  })

  it('shares no subject with another', () => {
    fc.assert(
      fc.property(someId, someId, (one, other) => {
        fc.pre(one !== other)
        const subjects = (participant: string): readonly string[] => {
          const { publish, subscribe } = brokerRights(participant, 'state')
          return [...publish, ...subscribe]
        }
        const ofOther = new Set(subjects(other))
        expect(subjects(one).filter((subject) => ofOther.has(subject))).toEqual([])
      }),
    )
  })
})

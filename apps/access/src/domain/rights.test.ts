// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { sentContracts } from '@corridor/contracts'
import { brokerRights, type BrokerRights } from './rights'

const kinds = ['state', 'committee', 'secretariat', 'partner', 'operator'] as const
const rightsOf = (participant: string, kind: string, agreed?: readonly string[]): BrokerRights =>
  brokerRights({ participant, kind, office: 'STAT' }, agreed)
const someId = fc.stringMatching(/^[A-Z0-9]{2,16}$/)

describe('the rights of a state', () => {
  it('are to send its figures, and to take and acknowledge what is addressed to it', () => {
    expect(rightsOf('BE', 'state')).toEqual({
      publish: [
        ...sentContracts.map((contract) => `corridor.submit.BE.${contract}`),
        'HUBJS.CONSUMER.INFO.OUT_BE.BE',
        'HUBJS.CONSUMER.MSG.NEXT.OUT_BE.BE',
        '$JS.ACK.OUT_BE.BE.>',
        'HUBJS.CONSUMER.INFO.OUT_BE-STAT.BE-STAT',
        'HUBJS.CONSUMER.MSG.NEXT.OUT_BE-STAT.BE-STAT',
        '$JS.ACK.OUT_BE-STAT.BE-STAT.>',
      ],
      subscribe: ['_INBOX_BE.>'],
    })
  })
})

describe('the rights of who is no state', () => {
  it.each([...kinds.slice(1), 'a kind of later'])('let a %s send nothing, only receive', (kind) => {
    const { publish, subscribe } = rightsOf('BEDK', kind)
    expect(publish.filter((subject) => subject.startsWith('corridor.'))).toEqual([])
    expect(publish).toContain('HUBJS.CONSUMER.MSG.NEXT.OUT_BEDK.BEDK')
    expect(subscribe).toEqual(['_INBOX_BEDK.>'])
  })

  it('let a partner send what its agreements name, and no contract that nobody knows', () => {
    const { publish } = rightsOf('ITUC', 'partner', ['migration-flow', 'weather'])
    const sent = publish.filter((subject) => subject.startsWith('corridor.'))
    expect(sent).toEqual(['corridor.submit.ITUC.migration-flow'])
    expect(rightsOf('BEDK', 'committee', ['migration-flow']).publish).toEqual(
      rightsOf('BEDK', 'committee').publish,
    )
  })

  it('are the least ones, also where the kind has the name of a member that every object has', () => {
    expect(rightsOf('BE', 'constructor')).toEqual(rightsOf('BE', 'operator'))
  })
})

describe('whoever signs in', () => {
  it('gets no wildcard over contracts, and subjects of its own only', () => {
    fc.assert(
      fc.property(someId, fc.constantFrom(...kinds), (participant, kind) => {
        const { publish, subscribe } = rightsOf(participant, kind)
        for (const subject of [...publish, ...subscribe]) {
          const words = subject.split('.')
          const own = [participant, `${participant}-STAT`, `_INBOX_${participant}`]
          expect(words.some((word) => own.includes(word))).toBe(true)
          expect(words).not.toContain('*')
          if (words.includes('>')) expect(subject).toMatch(/^(\$JS\.ACK|_INBOX_)/)
        }
      }),
    )
  })

  it('takes what is for its own office, and nothing that is for another office of its participant', () => {
    fc.assert(
      fc.property(someId, someId, someId, (participant, office, other) => {
        fc.pre(office !== other)
        const { publish } = brokerRights({ participant, kind: 'state', office })
        expect(publish).toContain(
          `HUBJS.CONSUMER.MSG.NEXT.OUT_${participant}-${office}.${participant}-${office}`,
        )
        expect(publish.filter((subject) => subject.includes(`-${other}.`))).toEqual([])
      }),
    )
  })

  it('shares no subject with another', () => {
    fc.assert(
      fc.property(someId, someId, (one, other) => {
        fc.pre(one !== other)
        const subjects = (participant: string): readonly string[] => {
          const { publish, subscribe } = rightsOf(participant, 'state')
          return [...publish, ...subscribe]
        }
        const ofOther = new Set(subjects(other))
        expect(subjects(one).filter((subject) => ofOther.has(subject))).toEqual([])
      }),
    )
  })
})

// SPDX-License-Identifier: Apache-2.0
// Figures of every statistical contract reach the partner whose agreement grants them. The examples are synthetic.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  cell,
  contractUrn,
  newestVersion,
  structure,
  validate,
  type Agreement,
  type Dataset,
} from '@corridor/contracts'
import { completed } from '@corridor/policy'
import {
  connectParticipant,
  proposeAgreement,
  signAgreement,
  takeStatements,
  type Profile,
  type Received,
} from '@corridor/sdk'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, sealedBy, submit } from './raw-message'

const contracts = [
  ...(['migration-flow', 'migrant-stock', 'labour-market', 'work-permits', 'deployment'] as const),
  ...(['temporary-mobility', 'qualification-recognition', 'social-protection'] as const),
]
const recipient = 'XK'

let hub: Hub
let operator: Profile
let partner: Profile
const senders = new Map<string, Profile>()

beforeAll(async () => {
  hub = await raiseHub('in one process')
  operator = await operatorOf(hub)
  partner = await newParticipant(hub, operator, { participant: recipient, kind: 'state' })
})

afterAll(() => hub.close())

/** The first valid example of the newest version of which something is free. */
function exampleOf(contract: (typeof contracts)[number]): Dataset {
  const version = newestVersion(contract)
  const folder = join(__dirname, '../../contracts', contract, version, 'examples/valid')
  const examples = readdirSync(folder)
    .sort()
    .map((file): Dataset => {
      const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      must(validate(contract, version, content), `read ${file}`)
      return content as Dataset
    })
  const found = examples.find((example) => freeRowsOf(example) > 0)
  if (found === undefined) throw new Error(`no example of ${contract} has a free figure`)
  return found
}

// Published figures leave as they are, so only free ones may be shared without protection.
function freeRowsOf({ rows, confStatus }: Dataset): number {
  return Array.from({ length: rows }, (_, row) => cell(confStatus, row)).filter(
    (one) => one === 'F',
  ).length
}

async function senderNamed(participant: string): Promise<Profile> {
  const known = senders.get(participant)
  if (known !== undefined) return known
  const sender = await newParticipant(hub, operator, { participant, kind: 'state' })
  senders.set(participant, sender)
  return sender
}

/** The corridors of a dataset, where its contract is about corridors. */
function corridorsOf(contract: string, example: Dataset): object {
  const roles = structure(contract)?.dimensions.map(({ role }) => role) ?? []
  if (!roles.includes('origin') || !roles.includes('destination')) return {}
  const at = (name: string, row: number): string => cell(Reflect.get(example, name) as string, row)
  const corridors = Array.from({ length: example.rows }, (_, row) => {
    return { origin: at('origin', row), destination: at('destination', row) }
  })
  return { corridors }
}

/** All of a contract, to the last detail, from one state to the other. */
function termsOf(
  contract: (typeof contracts)[number],
  { sender, example }: { readonly sender: string; readonly example: Dataset },
): Agreement {
  const dimensions = structure(contract).dimensions.map(({ column }) => column)
  const levels = dimensions.map((dimension) => ({ dimension, level: 'all' }) as const)
  const parties = [sender, recipient].sort().map((participant) => ({ participant, signatures: 1 }))
  return completed({
    id: `${sender}-${contract.toUpperCase()}`,
    title: `All of ${contract}`,
    parties,
    term: { from: '2026-01-01', until: '2035-12-31' },
    entryIntoForce: { rule: 'on-signature' },
    provisionalApplication: { rule: 'not-agreed' },
    accession: { rule: 'closed' },
    signatureDays: 30,
    enforced: [
      {
        ...{ id: '1', kind: 'share', from: [sender], to: [recipient], contract },
        ...corridorsOf(contract, example),
        ...{ levels, confStatus: ['F'] },
      },
      { id: '2', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
    ],
    recorded: [],
  })
}

async function agree(sender: Profile, terms: Agreement): Promise<void> {
  must(await proposeAgreement(sender, terms), 'propose')
  for (const who of [sender, partner]) must(await signAgreement(who, terms), 'sign')
}

async function publish(sender: Profile, contract: string, data: Dataset): Promise<unknown> {
  const notes = ['W502', 'W505', 'W506', 'W507', 'W508', 'W509', 'W510', 'W511', 'W512'].map(
    (problem) => ({ problem, text: 'made up for a test' }),
  )
  const dataschema = contractUrn(contract, newestVersion(contract as 'migration-flow'))
  const bytes = messageBytes(sender.participant, { dataschema, data: { ...data, notes } })
  const sealed = await sealedBy(sender, bytes)
  const sent = await submit(hub, sealed)
  return sent.json['statement'] ?? sent.json['state'] ?? sent.json
}

async function delivered(): Promise<readonly Received[]> {
  const received: Received[] = []
  const connection = must(await connectParticipant(partner), 'connect')
  await takeStatements(connection, {
    keep: (one) => {
      if (one.channel === 'delivery') received.push(one)
    },
    enough: () => received.length > 0,
    idleMs: 10_000,
  })
  await connection.close()
  return received
}

it.each(contracts)('of %s', async (contract) => {
  const example = exampleOf(contract)
  const sender = await senderNamed(cell(Reflect.get(example, 'reporter') as string, 0))
  await agree(sender, termsOf(contract, { sender: sender.participant, example }))
  expect(await publish(sender, contract, example)).toMatch(/accepted|delivered/)
  const [one] = await delivered()
  expect(one?.event.data).toMatchObject({
    figures: { contract, sender: sender.participant, dataset: { rows: freeRowsOf(example) } },
  })
})

// SPDX-License-Identifier: Apache-2.0
// Access: decisions over 10,000 agreements of 200 participants, on one core. The same random requests to each side.
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { compare } from './measure.mjs'

const participants = 200
const agreementCount = 10_000
const asked = 65_536
const at = new Date('2026-06-01T12:00:00Z')
const contracts = ['migration-flow', 'migrant-stock', 'work-permits', 'social-protection']
const pace = { quick: { rounds: 3, seconds: 0.5 }, full: { rounds: 7, seconds: 2 } }

/** What is measured, for the head of the table. */
export const about = [
  `access: decisions a second of processor time, ${agreementCount.toLocaleString('en-GB')} agreements of ${participants} participants; a decision names the clauses.`,
  'Ours: compiled agreements (compile, decide). Peers: a linear scan over all agreements, and Cedar with an index in JavaScript before',
  'it, one generic policy and each candidate agreement as an entity. All three decide the same, which is checked before.',
]

/** Measures ours against each peer and gives a line of the report for each. */
export async function* access({ projectRoot, quick, say }) {
  const { compile, decide } = createRequire(path.join(projectRoot, 'package.json'))(
    './libs/policy/dist/index.js',
  )
  const agreements = someAgreements(seeded(1))
  const requests = someRequests(agreements, seeded(2))
  const began = performance.now()
  const policy = compile(agreements)
  say(`${agreementCount} agreements compiled in ${Math.round(performance.now() - began)} ms`)
  const ours = (request) => decide(policy, request, at).decision === 'PERMIT'
  const peers = { 'a linear scan': scan(agreements), 'Cedar with an index': cedar(agreements) }
  for (const [name, peer] of Object.entries(peers)) mustAgree(name, { ours, peer, requests })
  for (const [name, peer] of Object.entries(peers)) {
    say(`against ${name}`)
    const { rounds, seconds } = pace[quick ? 'quick' : 'full']
    const runs = Array.from({ length: rounds }, () => ({
      ours: rateOf(ours, requests, seconds),
      peer: rateOf(peer, requests, seconds),
    }))
    yield compare({ bench: 'access', case: `against ${name}`, unit: 'decisions/s' }, runs)
  }
}

function mustAgree(name, { ours, peer, requests }) {
  const sample = requests.slice(0, 2_000)
  const permitted = sample.filter(ours).length
  if (permitted === 0 || permitted === sample.length)
    throw new Error('the sample is one-sided: it would show nothing')
  const other = sample.find((request) => ours(request) !== peer(request))
  if (other !== undefined) throw new Error(`${name} decides otherwise: ${JSON.stringify(other)}`)
}

function rateOf(decides, requests, seconds) {
  const end = performance.now() + seconds * 1_000
  const began = process.cpuUsage()
  let count = 0
  let permitted = 0
  while (performance.now() < end) {
    // A look at the clock for each few, so that slow sides stop in time and fast ones do not measure the clock.
    const upTo = Math.min(count + 64, Number.MAX_SAFE_INTEGER)
    for (; count < upTo; count++) if (decides(requests[count % asked])) permitted++
  }
  if (permitted > count) throw new Error('could not count')
  // Of the processor, not of the wall: whatever else the machine does is not counted.
  const { user, system } = process.cpuUsage(began)
  return (count * 1_000_000) / (user + system)
}

// The agreements of two that this bench makes: each gives the other figures of one contract.
function someAgreements(random) {
  return Array.from({ length: agreementCount }, (_, i) => {
    const first = Math.floor(random() * participants)
    const second = (first + 1 + Math.floor(random() * (participants - 1))) % participants
    const parties = [first, second].map(nameOf).sort()
    const share = (id, from, to) => ({
      id,
      kind: 'share',
      from: [from],
      to: [to],
      contract: contracts[i % contracts.length],
      corridors: [{ origin: from, destination: to }],
      levels: [{ dimension: 'sex', level: 'all' }],
      confStatus: ['F'],
    })
    const ended = random() < 0.2
    return {
      terms: {
        id: `A-${i}`,
        title: 'Two participants',
        parties: parties.map((participant) => ({ participant, signatures: 1 })),
        term: ended
          ? { from: '2024-01-01', until: '2025-12-31' }
          : { from: '2026-01-01', until: '2030-12-31' },
        entryIntoForce: { rule: 'on-signature' },
        provisionalApplication: { rule: 'not-agreed' },
        accession: { rule: 'closed' },
        signatureDays: 90,
        enforced: [
          share('1', parties[0], parties[1]),
          share('2', parties[1], parties[0]),
          { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
        ],
        recorded: [],
      },
      standing: {
        status: random() < 0.1 ? 'suspended' : 'in-force',
        parties,
        reservations: [],
        provisionalUntil: null,
      },
    }
  })
}

// Most are about what an agreement speaks of, the others about any two.
function someRequests(agreements, random) {
  return Array.from({ length: asked }, () => {
    if (random() < 0.8) {
      const { enforced } = agreements[Math.floor(random() * agreements.length)].terms
      const clause = enforced[random() < 0.5 ? 0 : 1]
      return { contract: clause.contract, sender: clause.from[0], recipient: clause.to[0] }
    }
    const sender = Math.floor(random() * participants)
    const recipient = (sender + 1 + Math.floor(random() * (participants - 1))) % participants
    const contract = contracts[Math.floor(random() * contracts.length)]
    return { contract, sender: nameOf(sender), recipient: nameOf(recipient) }
  })
}

function nameOf(number) {
  return `P${String(number).padStart(3, '0')}`
}

function scan(agreements) {
  const day = at.toISOString().slice(0, 10)
  return ({ contract, sender, recipient }) =>
    agreements.some(
      ({ terms, standing }) =>
        standing.status === 'in-force' &&
        day >= terms.term.from &&
        day <= terms.term.until &&
        standing.parties.includes(sender) &&
        standing.parties.includes(recipient) &&
        terms.enforced.some(
          (clause) =>
            clause.kind === 'share' &&
            clause.contract === contract &&
            clause.from.includes(sender) &&
            clause.to.includes(recipient),
        ),
    )
}

const generic = `permit(principal, action, resource) when {
  resource.status == "in-force" && context.day >= resource.first && context.day <= resource.last &&
  resource.contract == context.contract && resource.from == context.sender && resource.to == context.recipient };`

function cedar(agreements) {
  const loaded = preparsePolicySet('bench', { staticPolicies: { generic } })
  if (loaded.type === 'failure') throw new Error(JSON.stringify(loaded.errors))
  const index = new Map()
  for (const { terms, standing } of agreements)
    for (const clause of terms.enforced.filter(({ kind }) => kind === 'share')) {
      const key = `${clause.contract} ${clause.from[0]} ${clause.to[0]}`
      const uid = { type: 'Clause', id: `${terms.id}/${clause.id}` }
      const attrs = {
        status: standing.status,
        first: dayOf(terms.term.from),
        last: dayOf(terms.term.until),
        contract: clause.contract,
        from: clause.from[0],
        to: clause.to[0],
      }
      index.set(key, [...(index.get(key) ?? []), { uid, attrs, parents: [] }])
    }
  const context = { day: dayOf(at.toISOString()) }
  return (request) =>
    (index.get(`${request.contract} ${request.sender} ${request.recipient}`) ?? []).some((entity) =>
      permits(entity, { ...context, ...request }),
    )
}

function permits(entity, context) {
  const answer = statefulIsAuthorized({
    principal: { type: 'Participant', id: context.recipient },
    action: { type: 'Action', id: 'receive' },
    resource: entity.uid,
    context,
    preparsedPolicySetId: 'bench',
    entities: [entity],
  })
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors))
  return answer.response.decision === 'allow'
}

function dayOf(iso) {
  return Number(iso.slice(0, 10).replaceAll('-', ''))
}

// Mulberry32: the same agreements and requests in every run.
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

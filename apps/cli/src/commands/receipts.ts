// SPDX-License-Identifier: Apache-2.0
import { validate, type Receipt } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  askStatements,
  keptStatements,
  readInbox,
  signedRequest,
  type Profile,
  type Statement,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { pairs, table } from '../output/table'
import { instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { statementLines } from '../submission-words'

/** A receipt as the hub lists it. */
interface Listed {
  readonly statement: Receipt['statement']
  readonly id: string | null
  readonly position: number | null
  readonly contract: string | null
  readonly version: string | null
  readonly digest: string
  readonly rows: number | null
  readonly receivedAt: string
  readonly code: string | null
  readonly detail: string | null
}

/** A receipt, with its file where the profile keeps it, and whether the hub lists it too. */
interface Shown extends Listed {
  readonly file: string | null
  readonly listed: boolean
}

/** Lists receipts, of the hub and of the inbox, or shows one. */
export async function showReceipts(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const kept = await keptReceipts(profile.value, call)
  const listed = await signedRequest<readonly Listed[]>(profile.value, {
    method: 'GET',
    target: '/api/receipts',
  })
  if (!listed.ok && listed.refusal.code !== 'HUB_UNREACHABLE') return listed
  if (!listed.ok)
    call.screen.note(
      'NOTE  The hub cannot be reached: these are the receipts that this profile keeps.',
    )
  const receipts = merged(kept, listed.ok ? listed.value : [])
  const wanted = call.operand(0)
  return wanted === undefined
    ? accept(listAnswer(receipts, listed.ok))
    : showOne(call, profile.value, { wanted, receipts, hubReached: listed.ok })
}

async function showOne(
  call: Call,
  profile: Profile,
  {
    wanted,
    receipts,
    hubReached,
  }: {
    readonly wanted: string
    readonly receipts: readonly Shown[]
    readonly hubReached: boolean
  },
): Promise<Outcome<Answer>> {
  const found = receipts.filter((one) =>
    [one.id, one.digest, String(one.position)].includes(wanted),
  )
  const id = found.find((one) => one.id !== null)?.id ?? wanted
  const statements = await statementsOf(call, profile, { id, hubReached })
  if (found.length === 0 && statements.length === 0)
    return refuse(
      'NOT_FOUND',
      `there is no receipt "${clean(wanted, 80)}"; corridor receipts lists them`,
    )
  const texts = found.map((one) => details(one, hubReached))
  return accept({
    text: [...texts, ...statementLines(statements)].join('\n\n'),
    json: {
      receipts: found,
      statements: statements.map(({ receipt }) => receipt),
      hubReached,
    },
  })
}

/** All that the hub has stated about a message: from the hub where it answers, and from the inbox. */
async function statementsOf(
  call: Call,
  profile: Profile,
  { id, hubReached }: { readonly id: string; readonly hubReached: boolean },
): Promise<readonly Statement[]> {
  if (hubReached) {
    // What is asked for is kept, so the inbox has it in a moment.
    const asked = await askStatements(profile, id, (detail) => {
      call.screen.note(`STOP  A statement does not verify and is left out: ${clean(detail, 200)}`)
    })
    if (!asked.ok && asked.refusal.code !== 'NOT_FOUND')
      call.screen.note(
        `NOTE  ${clean(asked.refusal.detail, 200)}; these are the statements kept here.`,
      )
  }
  return keptStatements(profile, id)
}

async function keptReceipts(profile: Profile, { screen }: Call): Promise<readonly Shown[]> {
  const kept = await readInbox(profile, 'receipt', (file) => {
    screen.note(`STOP  ${file} does not verify: do not rely on it`)
  })
  return kept.flatMap(({ event, file }) => {
    const receipt = validate('receipt', '1.0.0', event.data)
    if (!receipt.ok) return []
    const { statement, submission, digest, receivedAt, position, rows, problem } = receipt.value
    const { id, contract, version } = submission
    const places = { position: position ?? null, rows: rows ?? null }
    const why = { code: problem?.code ?? null, detail: problem?.detail ?? null }
    return [
      {
        statement,
        id,
        contract,
        version,
        digest,
        receivedAt,
        ...places,
        ...why,
        file,
        listed: false,
      },
    ]
  })
}

function merged(kept: readonly Shown[], listed: readonly Listed[]): readonly Shown[] {
  const same = (a: Listed, b: Listed): boolean =>
    a.digest === b.digest && a.statement === b.statement
  const ofHub = listed.map((one) => ({
    ...one,
    listed: true,
    file: kept.find((mine) => same(mine, one))?.file ?? null,
  }))
  const mineOnly = kept.filter((mine) => !listed.some((one) => same(mine, one)))
  return [...ofHub, ...mineOnly].sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
}

function listAnswer(receipts: readonly Shown[], hubReached: boolean): Answer {
  const columns = [
    { name: '', of: (one: Shown) => mark(one, hubReached) },
    {
      name: 'Position',
      of: ({ position }: Shown) => (position === null ? '–' : whole(position)),
      end: true,
    },
    { name: 'Rows', of: ({ rows }: Shown) => (rows === null ? '–' : whole(rows)), end: true },
    { name: 'Received', of: ({ receivedAt }: Shown) => instant(receivedAt) },
    { name: 'Problem', of: ({ code }: Shown) => code ?? '' },
    { name: 'Kept', of: ({ file }: Shown) => (file === null ? 'no' : 'yes') },
    { name: 'Message', of: ({ id }: Shown) => id ?? 'could not be read', most: 128 },
  ] as const
  const text = receipts.length === 0 ? 'There is no receipt yet.' : table<Shown>(columns, receipts)
  return { text, json: { receipts, hubReached } }
}

// A receipt that the profile holds and the hub does not list is worth a question to the hub.
function mark({ statement, listed }: Shown, hubReached: boolean): string {
  if (hubReached && !listed && (statement === 'accepted' || statement === 'refused')) return 'LOOK'
  return marks[statement]
}

const marks: Readonly<Record<Receipt['statement'], string>> = {
  received: 'WAIT',
  refused: 'STOP',
  accepted: 'OK',
  withdrawn: 'END',
  delivered: 'OK',
}

function details(receipt: Shown, hubReached: boolean): string {
  const {
    statement,
    id,
    position,
    contract,
    version,
    rows,
    digest,
    receivedAt,
    code,
    detail,
    file,
  } = receipt
  return pairs([
    [
      mark(receipt, hubReached),
      statement === 'refused' ? `refused: ${code ?? ''}, ${detail ?? ''}` : statement,
    ],
    ['Message', id ?? 'could not be read'],
    ['Contract', `${contract ?? 'could not be read'} ${version ?? ''}`],
    ['Position', position === null ? '–' : whole(position)],
    ['Rows', rows === null ? '–' : whole(rows)],
    ['Received', instant(receivedAt)],
    ['Digest', digest],
    ['Kept in', file ?? 'not kept here; corridor subscribe --once takes what waits'],
    ...(hubReached && !receipt.listed
      ? ([['Note', 'the hub does not list this receipt: ask the operator why']] as const)
      : []),
  ])
}

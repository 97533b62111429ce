// SPDX-License-Identifier: Apache-2.0
import { NatsError } from 'nats'
import type { OutboxRow } from '../store/outbox'
import { rowsOfQuery, type Store, type Tx } from '../store/open-store'
import { reasonOf } from '../telemetry/log'
import { isMissing } from './streams'

/** A row that could not be carried, and why. */
export interface FailedRow {
  readonly row: OutboxRow
  readonly reason: unknown
}

/** Notes that statements could not be carried. One that failed so often is dead. */
export async function noteFailures(
  store: Store,
  failed: readonly FailedRow[],
  mostFailures: number,
): Promise<void> {
  const own = failed.filter(({ reason }) => isOwnFault(reason))
  if (own.length === 0) return
  await store.query(
    `update outbox set failures = failures + 1, failure = failed.reason,
       dead_at = case when failures + 1 >= $3 then now() end
     from unnest($1::bigint[], $2::text[]) as failed (position, reason) where outbox.position = failed.position`,
    [own.map(({ row }) => row.position), own.map(({ reason }) => reasonOf(reason)), mostFailures],
  )
}

/** JetStream's "maximum messages exceeded", "maximum bytes exceeded" and "insufficient resources": the recipient has to take. */
const full = new Set([10_077, 10_023, 10_122])

// A broker that is away, or a stream that is full or lost, says nothing about the statement.
function isOwnFault(reason: unknown): boolean {
  if (isMissing(reason)) return false
  if (!(reason instanceof NatsError)) return true
  const { api_error: refused, code } = reason
  if (refused !== undefined) return !full.has(refused.err_code ?? 0)
  return code === 'MAX_PAYLOAD_EXCEEDED'
}

/**
 * Carries statements once more, as messages of their own: dead ones, and ones that were acknowledged and are asked for again.
 * What is withdrawn stays so. Gives those that go.
 */
export async function sendAgain(tx: Tx, positions: readonly number[]): Promise<readonly number[]> {
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    `with again as (
       update outbox set relayed_at = null, dead_at = null, failures = 0, sent_again = sent_again + 1
       where position = any($1::bigint[]) and withdrawn_at is null returning position)
     select position from again order by position`,
    [positions],
  )
  return rows.map(({ position }) => Number(position))
}

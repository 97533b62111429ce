// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Queryable, Store } from './open-store'

/**
 * A transaction in as few round trips as its answers need: it begins with its first statement, and the commit is on its way
 * right behind the last: `work` need not wait for answers that it has no use for, and gives on what it waits for later in an object.
 * For what runs a thousand times a second; elsewhere `store.transaction` is plainer.
 */
export async function pipelined<Result>(
  store: Store,
  work: (on: Queryable) => Promise<Result>,
): Promise<Result> {
  const runner = store.createQueryRunner()
  try {
    // TypeORM hands out the driver's own client, which knows prepared statements.
    const client = (await runner.connect()) as PoolClient
    const sent: Promise<unknown>[] = [client.query('begin')]
    const result = await rollingBack(client, sent, () => work(pipelineOn(client, sent)))
    sent.push(client.query('commit'))
    await allOf(sent)
    return result
  } finally {
    await runner.release()
  }
}

/** A statement outside a transaction, prepared once a connection. */
export async function prepared<Row>(
  store: Store,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly Row[]> {
  const runner = store.createQueryRunner()
  try {
    const client = (await runner.connect()) as PoolClient
    // The SQL beside the call names the columns; the driver cannot know them.
    return (await queryPrepared(client, sql, parameters)) as readonly Row[]
  } finally {
    await runner.release()
  }
}

// Every answer is waited for before the transaction ends, also those that `work` has not waited for.
function pipelineOn(client: PoolClient, sent: Promise<unknown>[]): Queryable {
  return {
    query: (sql, parameters = []) => {
      const answer = queryPrepared(client, sql, parameters)
      answer.catch(() => undefined)
      sent.push(answer)
      return answer
    },
  }
}

async function queryPrepared(
  client: PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly unknown[]> {
  const { rows } = await client.query<object>({
    name: nameOf(sql),
    text: sql,
    values: [...parameters],
  })
  return rows
}

async function rollingBack<Result>(
  client: PoolClient,
  sent: readonly Promise<unknown>[],
  work: () => Promise<Result>,
): Promise<Result> {
  sent[0]?.catch(() => undefined)
  try {
    return await work()
  } catch (error) {
    await Promise.allSettled([...sent, client.query('rollback')])
    throw error
  }
}

/** Waits for every answer, then throws the first failure: nothing of this transaction is under way any more. */
async function allOf(sent: readonly Promise<unknown>[]): Promise<void> {
  for (const answer of await Promise.allSettled(sent)) {
    if (answer.status === 'rejected')
      throw new Error('could not commit', { cause: answer.reason as unknown })
  }
}

// Grows with the statements that the code has, never with what comes in.
const names = new Map<string, string>()

function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const fresh = createHash('sha256').update(sql).digest('base64url').slice(0, 16)
  names.set(sql, fresh)
  return fresh
}

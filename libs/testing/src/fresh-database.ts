// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { databaseUrl, run } from './global-setup'

/** A database of one's own, with every schema up to date. */
export interface FreshDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** Copies the run's template database. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env['CORRIDOR_TEST_DATABASES']
  if (server === undefined) throw new Error('could not make a database: the run was not set up')
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${name} template corridor_template`)
  return {
    url: databaseUrl(server, name),
    drop: () => run(server, `drop database ${name} with (force)`),
  }
}

// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'

/** Keeps an agreement as it stands now. */
export async function keepAgreement(tx: Tx, { terms, standing }: KnownAgreement): Promise<void> {
  await tx.query(upsertAgreement, [
    terms.id,
    JSON.stringify(terms),
    standing.parties,
    JSON.stringify(standing),
  ])
}

const upsertAgreement = `
insert into agreement (id, terms, parties, standing) values ($1, $2, $3, $4)
on conflict (id) do update set terms = excluded.terms, parties = excluded.parties, standing = excluded.standing`

/** One agreement; undefined where there is none. */
export async function agreementOf(tx: Tx, id: string): Promise<KnownAgreement | undefined> {
  const [known] = await rowsOfQuery<KnownAgreement>(
    tx,
    'select terms, standing from agreement where id = $1',
    [id],
  )
  return known
}

/** Every agreement, whether it holds or not; one of them where it is named. */
export async function agreementsNamed(
  tx: Tx,
  only: string | null,
): Promise<readonly KnownAgreement[]> {
  return rowsOfQuery<KnownAgreement>(
    tx,
    'select terms, standing from agreement where $1::text is null or id = $1 order by id',
    [only],
  )
}

/** The agreements that one of the participants is a party to, whether they hold or not. */
export async function agreementsOf(
  tx: Tx,
  participants: readonly string[],
): Promise<readonly KnownAgreement[]> {
  return rowsOfQuery<KnownAgreement>(
    tx,
    'select terms, standing from agreement where parties && $1::text[] order by id',
    [participants],
  )
}

// SPDX-License-Identifier: Apache-2.0
import type { Tx } from '@corridor/platform'

/** Notes that what was recorded before is to be released under an agreement too, as far as it grants it now. */
export async function askCatchUp(
  tx: Tx,
  { agreement, at }: { readonly agreement: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into catch_up (agreement, after, until, asked_at)
     select $1, 0, coalesce(max(position), 0), $2 from dataset
     on conflict (agreement) do update set after = 0, until = excluded.until, asked_at = excluded.asked_at`,
    [agreement, at],
  )
}

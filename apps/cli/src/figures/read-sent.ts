// SPDX-License-Identifier: Apache-2.0
import { toNewest, validate, type Dataset } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { SentDataset } from '@corridor/policy'
import { problemIn, signedFetch, type Profile } from '@corridor/sdk'

/** Rows that are asked for at once; the hub gives no more. */
const pageRows = 20_000

interface Page {
  readonly next: number | null
  readonly datasets: readonly {
    readonly contract: { readonly name: string; readonly version: string }
    readonly recordedAt: string
    readonly data: unknown
  }[]
}

/** Own figures by a contract as they stand at the hub, each dataset in the newest version; the hub gives nobody those of others. */
export async function readSent(
  profile: Profile,
  { contract, periods }: { readonly contract: string; readonly periods: string },
): Promise<Outcome<readonly SentDataset[]>> {
  const sent: SentDataset[] = []
  for (let offset: number | null = 0; offset !== null;) {
    const query = new URLSearchParams({ period: periods, limit: String(pageRows) })
    query.set('offset', String(offset))
    const target = `/api/data/${contract}?${query.toString()}`
    const asked = await signedFetch(profile, {
      method: 'GET',
      target,
      headers: { accept: 'application/json' },
    })
    if (!asked.ok) return asked
    if (!asked.value.ok) return problemIn(asked.value)
    // 204: there are none.
    if (asked.value.status === 204) break
    // Our own hub's form; each dataset is judged by its contract before it is used.
    const page = (await asked.value.json()) as Page
    for (const one of page.datasets) {
      const dataset = datasetOf(one)
      if (!dataset.ok) return dataset
      const recordedAt = new Date(one.recordedAt)
      sent.push({ sender: profile.participant, contract, recordedAt, dataset: dataset.value })
    }
    offset = page.next
  }
  return accept(sent)
}

function datasetOf({ contract, data }: Page['datasets'][number]): Outcome<Dataset> {
  const { name, version } = contract
  const valid = validate(name, version, data)
  if (!valid.ok)
    return refuse('CONTENT_WRONG', `the hub gives figures that do not follow ${name} ${version}`)
  // A statistical contract: its schema has all that a dataset has.
  return accept(toNewest(contract, valid.value as unknown as Dataset))
}

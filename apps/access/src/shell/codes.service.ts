// SPDX-License-Identifier: Apache-2.0
import { extendCodeLists, validate, type CodeListExtension } from '@corridor/contracts'
import { accept, type Outcome } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import {
  codeExtensions,
  fact,
  keepCodes,
  keptCodes,
  loadCodes,
  serviceContext,
  takePositions,
  tellAt,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { proveRequest, type Proof } from './proof'

/** What was added, and where it stands among what access tells. */
export interface CodesTold {
  readonly position: number
  readonly list: string
  readonly codes: number
}

/** Codes that this hub adds to released lists, so that a new code needs no release. */
@Injectable()
export class CodesService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** The operator adds codes. They can be used where this was heard; they are never taken away again. */
  async add(proof: Proof): Promise<Outcome<CodesTold>> {
    const { store, clock, environment } = this.context
    const at = clock()
    const added = await store.transaction(async (tx) => {
      const judge = { hubId: environment.hubId, at, act: 'register' } as const
      const proved = await proveRequest(tx, proof, judge)
      if (!proved.ok) return proved
      const extension = readExtension(proof)
      if (!extension.ok) return extension
      return keep(tx, extension.value, at)
    })
    if (added.ok) await loadCodes(store)
    return added
  }
}

function readExtension({ body }: Proof): Outcome<CodeListExtension> {
  const json = parseJson(Buffer.from(body, 'base64'))
  return json.ok ? validate('codelist-extension', '1.0.0', json.value) : json
}

async function keep(tx: Tx, extension: CodeListExtension, at: Date): Promise<Outcome<CodesTold>> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('corridor-codes'))`)
  const kept = (await keptCodes(tx)).map((one) => one.extension)
  const fits = extendCodeLists([...kept, extension])
  // Tried on this process's own lists, which have what is kept and no more until the commit.
  extendCodeLists(codeExtensions())
  if (!fits.ok) return fits
  const position = await takePositions(tx, 1)
  await keepCodes(tx, { position, extension, at: at.toISOString() })
  await tellAt(tx, position, [
    fact('access.codes-added.v1', { position, extension, at: at.toISOString() }),
  ])
  return accept({ position, list: extension.list, codes: extension.codes.length })
}

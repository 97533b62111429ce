// SPDX-License-Identifier: Apache-2.0
import {
  fact,
  newestOf,
  readAccepted,
  rowsOfQuery,
  serviceContext,
  tell,
  type AcceptedDataset,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { clausesOf, holds, rowTest, type ClauseOf, type KnownAgreement } from '@corridor/policy'
import { Inject, Injectable } from '@nestjs/common'
import { datasetRows } from '../domain/dataset-rows'
import { compareStages } from '../domain/pipeline/compare-stages'
import { stageFiguresOf } from '../domain/pipeline/stage-figures'
import { roundsTouched } from '../domain/pipeline/stages-told'
import { agreementsOf } from './agreements'
import { policyNow } from './policy-now'
import type { ErasedTold } from './erase-statements'
import type { RecordedTold } from './reconciliation.service'
import { askReports, roundsReported } from './report-due'
import {
  eraseStageFigures,
  keepFindings,
  keepStageFigures,
  stageFigures,
  stagesFound,
} from './stage-tables'

type Pipeline = ClauseOf<'pipeline'>

/** Holds the stages of one path against each other, under the agreements that declare one. */
@Injectable()
export class StagesService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** New figures of a stage: its path is looked at anew. */
  async recorded(tx: Tx, told: readonly RecordedTold[]): Promise<void> {
    const senders = [...new Set(told.map(({ participant }) => participant))]
    const agreements = this.following(await agreementsOf(tx, senders))
    for (const agreement of agreements) {
      const from = new Set(
        pipelinesOf(agreement).flatMap(({ stages }) => stages.map((one) => one.from)),
      )
      const positions = told.flatMap(({ participant, position }) =>
        from.has(participant) ? [position] : [],
      )
      await this.look(tx, agreement, positions)
    }
  }

  /** Where an agreement stands now: while it holds, what its parties have said already is looked at. */
  async stands(tx: Tx, agreement: KnownAgreement): Promise<void> {
    const [known] = this.following([agreement])
    if (known === undefined) return
    const rows = await rowsOfQuery<{ position: string }>(
      tx,
      'select position from dataset where participant = any($1::text[]) order by position',
      [pipelinesOf(known).flatMap(({ stages }) => stages.map(({ from }) => from))],
    )
    await this.look(
      tx,
      known,
      rows.map(({ position }) => Number(position)),
    )
  }

  /** Figures were deleted, or are in doubt: what was found with them goes too. */
  async erased(
    tx: Tx,
    { dataset, participant }: Pick<ErasedTold, 'dataset' | 'participant'>,
  ): Promise<void> {
    const touched = await eraseStageFigures(tx, dataset)
    if (touched.length === 0) return
    for (const agreement of await agreementsOf(tx, [participant]))
      for (const clause of pipelinesOf(agreement)) {
        const about = { agreement: agreement.terms.id, clause: clause.id }
        if (touched.some((one) => one.agreement === about.agreement && one.clause === about.clause))
          await this.compare(tx, about.agreement, clause)
      }
  }

  private following(agreements: readonly KnownAgreement[]): readonly KnownAgreement[] {
    const now = this.context.clock()
    return agreements.filter((one) => holds(one, now) && pipelinesOf(one).length > 0)
  }

  private async look(
    tx: Tx,
    agreement: KnownAgreement,
    positions: readonly number[],
  ): Promise<void> {
    const touched = new Set<Pipeline>()
    for (const position of positions) {
      const { storage } = this.context.environment.keys
      for (const dataset of await readAccepted(tx, [position], storage))
        for (const clause of await this.keep(tx, agreement, dataset)) touched.add(clause)
    }
    for (const clause of touched) await this.compare(tx, agreement.terms.id, clause)
  }

  // What is found shows figures under all agreements of the parties, so the strictest of them decides.
  private async keep(
    tx: Tx,
    agreement: KnownAgreement,
    accepted: AcceptedDataset,
  ): Promise<readonly Pipeline[]> {
    const { contract, participant: sender, position } = accepted
    const { parties } = agreement.standing
    const policy = await policyNow(tx, await agreementsOf(tx, parties), parties)
    const isGranted = rowTest(policy, this.context.clock())
    const rows = datasetRows(contract, newestOf(accepted))
    const changed: Pipeline[] = []
    for (const clause of pipelinesOf(agreement)) {
      const figures = stageFiguresOf(agreement, clause, { contract, sender, rows, isGranted })
      if (figures.length === 0) continue
      await tx.query('update dataset set kept = true where position = $1', [position])
      if (await keepStageFigures(tx, figures, { agreement: agreement.terms.id, position }))
        changed.push(clause)
    }
    return changed
  }

  private async compare(tx: Tx, agreement: string, clause: Pipeline): Promise<void> {
    const at = this.context.clock()
    const findings = compareStages(clause, await stageFigures(tx, agreement, clause.id))
    const before = await stagesFound(tx, { agreement, clause: clause.id })
    await keepFindings(tx, findings, { agreement, clause: clause.id, at })
    const now = await stagesFound(tx, { agreement, clause: clause.id })
    // Reports tell what was found: those of a period in which something else is found now are made anew.
    await askReports(tx, roundsTouched(await roundsReported(tx, agreement), before, now), at)
    const judged = findings.filter(({ outcome }) => outcome !== 'no-expectation')
    const outside = judged.filter(({ outcome }) => outcome !== 'in-range').length
    const about = { agreement, clause: clause.id, checks: judged.length, outside }
    await tell(tx, [fact('reconciliation.stages-compared.v1', { ...about, at: at.toISOString() })])
  }
}

function pipelinesOf({ terms }: KnownAgreement): readonly Pipeline[] {
  return clausesOf(terms, 'pipeline')
}

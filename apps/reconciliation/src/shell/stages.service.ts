// SPDX-License-Identifier: Apache-2.0
import {
  fact,
  newestOf,
  readAccepted,
  readTold,
  rowsOfQuery,
  serviceContext,
  tell,
  type AcceptedDataset,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import {
  asksProtection,
  clausesOf,
  holds,
  rowTest,
  type ClauseOf,
  type KnownAgreement,
} from '@corridor/policy'
import { Inject, Injectable } from '@nestjs/common'
import { datasetRows, type DatasetRow } from '../domain/dataset-rows'
import { compareStages } from '../domain/pipeline/compare-stages'
import { stageFiguresOf } from '../domain/pipeline/stage-figures'
import { roundsTouched } from '../domain/pipeline/stages-told'
import { unlessReadElsewhere } from '../domain/read-elsewhere'
import { agreementsOf } from './agreements'
import { policyNow } from './policy-now'
import type { ErasedTold } from './erase-statements'
import type { ProtectedTold, RecordedTold } from './reconciliation.service'
import { askReports, roundsReported } from './report-due'
import {
  dropStageFigures,
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
  async recorded(
    tx: Tx,
    told: readonly Pick<RecordedTold, 'participant' | 'position'>[],
  ): Promise<void> {
    const senders = [...new Set(told.map(({ participant }) => participant))]
    const agreements = this.following(await agreementsOf(tx, senders))
    for (const agreement of agreements) {
      const from = new Set(
        pipelinesOf(agreement).flatMap(({ stages }) => stages.map((one) => one.from)),
      )
      const positions = told.flatMap(({ participant, position }) =>
        from.has(participant) ? [position] : [],
      )
      for (const clause of await this.keepAll(tx, agreement, positions))
        await this.compare(tx, agreement.terms.id, clause)
    }
  }

  /** Figures of a stage were told under protection. What was not heard of yet is looked at with its message. */
  async told(tx: Tx, told: readonly ProtectedTold[]): Promise<void> {
    const recorded = await rowsOfQuery<{ position: string; participant: string }>(
      tx,
      'select position, participant from dataset where position = any($1::bigint[]) order by position',
      [told.map(({ dataset }) => dataset)],
    )
    await this.recorded(
      tx,
      recorded.map((one) => ({ ...one, position: Number(one.position) })),
    )
  }

  /** Where an agreement stands now: while it holds, all that its parties have said is looked at anew. */
  async stands(tx: Tx, agreement: KnownAgreement): Promise<void> {
    const [known] = this.following([agreement])
    if (known === undefined) return
    // What entered may be for fewer readers now than it was.
    const dropped = new Set(await dropStageFigures(tx, agreement.terms.id))
    const rows = await rowsOfQuery<{ position: string }>(
      tx,
      'select position from dataset where participant = any($1::text[]) order by position',
      [pipelinesOf(known).flatMap(({ stages }) => stages.map(({ from }) => from))],
    )
    const positions = rows.map(({ position }) => Number(position))
    const kept = await this.keepAll(tx, known, positions)
    for (const clause of pipelinesOf(known))
      if (kept.has(clause) || dropped.has(clause.id))
        await this.compare(tx, agreement.terms.id, clause)
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

  private async keepAll(
    tx: Tx,
    agreement: KnownAgreement,
    positions: readonly number[],
  ): Promise<ReadonlySet<Pipeline>> {
    const touched = new Set<Pipeline>()
    for (const position of positions) {
      const { storage } = this.context.environment.keys
      for (const dataset of await readAccepted(tx, [position], storage))
        for (const clause of await this.keep(tx, agreement, dataset)) touched.add(clause)
    }
    return touched
  }

  // What is found shows figures under all agreements of the parties, so the strictest of them decides.
  private async keep(
    tx: Tx,
    agreement: KnownAgreement,
    accepted: AcceptedDataset,
  ): Promise<readonly Pipeline[]> {
    const { contract, participant: sender, position } = accepted
    const { parties } = agreement.standing
    const known = await agreementsOf(tx, parties)
    const asStated = rowTest(await policyNow(tx, known, parties), this.context.clock())
    const isGranted = unlessReadElsewhere(agreement, known, asStated)
    const rows = datasetRows(contract, newestOf(accepted))
    const told = known.some(asksProtection) ? await this.toldOf(tx, position) : new Map()
    const changed: Pipeline[] = []
    for (const clause of pipelinesOf(agreement)) {
      const sent = { contract, sender, rows, told, isGranted }
      const figures = stageFiguresOf(agreement, clause, sent)
      if (figures.length === 0) continue
      await tx.query('update dataset set kept = true where position = $1', [position])
      if (await keepStageFigures(tx, figures, { agreement: agreement.terms.id, position }))
        changed.push(clause)
    }
    return changed
  }

  private async toldOf(
    tx: Tx,
    position: number,
  ): Promise<ReadonlyMap<string, readonly DatasetRow[]>> {
    const told = await readTold(tx, [position], this.context.environment.keys.storage)
    return new Map(
      told.map(({ recipient, contract, dataset }) => [recipient, datasetRows(contract, dataset)]),
    )
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

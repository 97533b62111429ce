// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  readAccepted,
  rowsOfQuery,
  serviceContext,
  type DoubtTold,
  type RecordedDataset,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import {
  asksProtection,
  clausesOf,
  holds,
  rowTest,
  type KnownAgreement,
  type RowTest,
} from '@corridor/policy'
import { Inject, Injectable } from '@nestjs/common'
import { cellsAround, withCauses } from '../domain/causes-of'
import type { Cell } from '../domain/cell'
import { expectBy, type LearntVersion } from '../domain/learning/expect-by'
import type { Pair } from '../domain/pair'
import { unlessReadElsewhere } from '../domain/read-elsewhere'
import { compareAll } from '../domain/pair-up'
import { roundsOf, type Round } from '../domain/round'
import { agreementsNamed, agreementsOf, keepAgreement } from './agreements'
import { eraseReviews } from './erase-reviews'
import { policyNow } from './policy-now'
import { eraseStatements, type ErasedTold } from './erase-statements'
import { LearntInHand } from './expectations'
import { besideTouched, besideWhole, type Touched } from './grid-flows'
import { keepPairs, keptFigures } from './pairs'
import { keepTold } from './keep-told'
import { dropStatements, keptAmong } from './drop-statements'
import { lockTold } from './told-statements'
import { mostRowsTogether, readTogether, type Sized } from './read-together'
import { askReports } from './report-due'
import { eraseRoundFiles, roundStoreOf } from './full-round/round-files'
import { keepStatements, statementsAbout, statementsBetween } from './statements'

/** A message that was recorded. */
export interface RecordedTold {
  readonly position: number
  readonly participant: string
  readonly contract: string
  readonly rows: number
}

/** A release of a dataset whose figures agreements protect. */
export interface ProtectedTold {
  readonly dataset: number
  readonly sender: string
}

/** Which figures an operator has compared again. */
export interface AgainAsk {
  readonly agreement: string
  readonly period: string | null
}

/** What is compared: touched cells with what is said about them, or all that is said of whole flows. */
type Asked = Touched | Omit<Touched, 'cells'>

/** Sets the two statements about each flow side by side; reports follow. */
@Injectable()
export class ReconciliationService {
  private readonly learnt = new LearntInHand()

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** New datasets touch only their own cells, under each agreement of their sender. */
  async recorded(tx: Tx, told: readonly RecordedTold[]): Promise<void> {
    const known = await agreementsOf(tx, [...new Set(told.map(({ participant }) => participant))])
    const all = this.comparing(known)
    const isProtected = known.some(asksProtection)
    if (isProtected) await lockTold(tx)
    const of = (participant: string): readonly KnownAgreement[] =>
      all.filter(({ standing }) => standing.parties.includes(participant))
    await tx.query(
      'insert into dataset (position, participant, kept) select * from unnest($1::bigint[], $2::text[], $3::bool[])',
      [
        told.map(({ position }) => position),
        told.map(({ participant }) => participant),
        told.map(({ participant }) => of(participant).length > 0),
      ],
    )
    const kept = told.filter(({ participant }) => of(participant).length > 0)
    const touched = await this.keep(tx, kept, isProtected)
    await this.compareUnder(tx, all, touched)
  }

  /** Figures were told under protection: their cells are compared by what each side knows of the other now. */
  async told(tx: Tx, told: readonly ProtectedTold[]): Promise<void> {
    await lockTold(tx)
    const about = told.map(({ dataset }) => ({ position: dataset }))
    const kept = (await keptAmong(tx, about)).map(({ position }) => position)
    const { storage } = this.context.environment.keys
    const touched = await keepTold(tx, [...new Set(kept)], storage)
    const senders = [...new Set(told.map(({ sender }) => sender))]
    await this.compareTouched(tx, senders, touched)
  }

  /** Compares cells of which a reporter's figure has changed, or may be shown now. */
  async compareTouched(
    tx: Tx,
    reporters: readonly string[],
    cells: readonly Cell[],
  ): Promise<void> {
    if (cells.length === 0) return
    await lockTold(tx)
    await this.compareUnder(tx, this.comparing(await agreementsOf(tx, reporters)), cells)
  }

  private async compareUnder(
    tx: Tx,
    agreements: readonly KnownAgreement[],
    cells: readonly Cell[],
  ): Promise<void> {
    if (cells.length === 0) return
    const statements = await statementsAbout(tx, cells)
    for (const agreement of agreements)
      await this.compareCells(tx, agreement, { cells, statements })
  }

  /** Where an agreement stands now. While it holds, what its parties have said already is compared; then nothing is any more. */
  async stands(tx: Tx, agreement: KnownAgreement): Promise<void> {
    const { standing } = agreement
    await lockTold(tx)
    await keepAgreement(tx, agreement)
    const [known] = this.comparing([agreement])
    if (known === undefined) return
    const rows = await rowsOfQuery<{ position: string }>(
      tx,
      `with found as (update dataset set kept = true where participant = any($1::text[]) and not kept returning position)
         select position from found order by position`,
      [standing.parties],
    )
    // How large these are is not known here, so each is read alone.
    await this.keep(
      tx,
      rows.map(({ position }) => ({ position: Number(position), rows: mostRowsTogether })),
    )
    await this.compareEverything(tx, agreement)
  }

  /** Figures were deleted: what was derived of them goes, and what is left is compared anew. */
  async erased(tx: Tx, told: ErasedTold): Promise<void> {
    await lockTold(tx)
    const touched = await eraseStatements(tx, told)
    if (touched.length === 0) return
    await eraseReviews(tx, told)
    await eraseRoundFiles(tx, touched, roundStoreOf(this.context))
    const all = await agreementsOf(tx, [told.participant])
    const known = this.comparing(all).filter(({ terms }) => touched.includes(terms.id))
    for (const agreement of known) await this.compareEverything(tx, agreement)
  }

  /**
   * Datasets are in doubt, or no more: their cells are compared anew by all that is said `about` them and not in doubt. What one of them said
   * last falls back to what its sender had said before.
   */
  async restated(
    tx: Tx,
    { participant, datasets }: DoubtTold,
    about: readonly RecordedDataset[],
  ): Promise<void> {
    await lockTold(tx)
    const { cells, rounds } = await dropStatements(tx, datasets)
    const touched = [...cells, ...(await this.keep(tx, await keptAmong(tx, about)))]
    if (touched.length === 0) return
    const agreements = await agreementsOf(tx, [participant])
    await eraseRoundFiles(
      tx,
      agreements.map(({ terms }) => terms.id),
      roundStoreOf(this.context),
    )
    await askReports(tx, rounds, this.context.clock())
    await this.compareUnder(tx, this.comparing(agreements), touched)
  }

  /** The agreements in force that compare anything; one of them where it is named. */
  async compared(tx: Tx, only: string | null): Promise<readonly KnownAgreement[]> {
    return this.comparing(await agreementsNamed(tx, only))
  }

  /** What was learnt last, of every contract. */
  learntNow(tx: Tx): Promise<ReadonlyMap<string, LearntVersion>> {
    return this.learnt.everything(tx)
  }

  /** Compares everything of one agreement and period anew, as messages about it would. */
  async compareAnew(tx: Tx, { agreement, contract, period }: Round): Promise<void> {
    await lockTold(tx)
    for (const known of await this.compared(tx, agreement)) {
      const said = await statementsBetween(tx, known.standing.parties)
      const asked = said.filter((one) => one.period === period && one.contract === contract)
      await this.compareCells(tx, known, { statements: asked })
    }
  }

  /** Compares the figures of an agreement again, those of one period or all, by what was learnt last. */
  async again({ agreement: id, period }: AgainAsk): Promise<Outcome<object>> {
    return this.context.store.transaction(async (tx) => {
      const [agreement] = await this.compared(tx, id)
      if (agreement === undefined)
        return refuse('NOT_FOUND', `there is no agreement ${id} in force that compares figures`)
      await lockTold(tx)
      const said = await statementsBetween(tx, agreement.standing.parties)
      const asked = said.filter((one) => period === null || one.period === period)
      const compared = await this.compareCells(tx, agreement, {
        statements: asked,
      })
      return accept({ agreement: id, compared })
    })
  }

  private async compareEverything(tx: Tx, agreement: KnownAgreement): Promise<void> {
    const statements = await statementsBetween(tx, agreement.standing.parties)
    await this.compareCells(tx, agreement, { statements })
  }

  // A report shows figures under all agreements of its parties, so the strictest of them decides here too.
  private async tester(tx: Tx, agreement: KnownAgreement): Promise<RowTest> {
    const { parties } = agreement.standing
    const known = await agreementsOf(tx, parties)
    const isGranted = rowTest(await policyNow(tx, known, parties), this.context.clock())
    return unlessReadElsewhere(agreement, known, isGranted)
  }

  private comparing(agreements: readonly KnownAgreement[]): readonly KnownAgreement[] {
    const now = this.context.clock()
    return agreements.filter(
      (agreement) => holds(agreement, now) && clausesOf(agreement.terms, 'reconcile').length > 0,
    )
  }

  // What was told of figures may be known before they are: delivery is not waited for.
  private async keep(
    tx: Tx,
    messages: readonly Sized[],
    withTold = true,
  ): Promise<readonly Cell[]> {
    const { storage } = this.context.environment.keys
    const touched: Cell[] = []
    for (const positions of readTogether(messages)) {
      touched.push(...(await keepStatements(tx, await readAccepted(tx, positions, storage))))
      if (withTold) touched.push(...(await keepTold(tx, positions, storage)))
    }
    return touched
  }

  // Of cells that others have said something about, only what lies between the parties is theirs.
  private async compareCells(tx: Tx, agreement: KnownAgreement, asked: Asked): Promise<number> {
    const { parties } = agreement.standing
    const isBetween = ({ origin, destination }: Cell): boolean =>
      parties.includes(origin) && parties.includes(destination)
    const statements = asked.statements.filter(isBetween)
    const touched = 'cells' in asked ? asked.cells.filter(isBetween) : null
    if (statements.length === 0 && (touched === null || touched.length === 0)) return 0
    const setting = { agreement, isGranted: await this.tester(tx, agreement) }
    const beside =
      touched === null
        ? await besideWhole(tx, statements, setting)
        : await besideTouched(tx, { cells: touched, statements }, setting)
    const cells = beside.map(({ cell }) => cell)
    const pairs = compareAll(agreement, beside, expectBy(await this.learnt.about(tx, cells)))
    await this.compare(tx, agreement, pairs)
    return pairs.length
  }

  private async compare(tx: Tx, agreement: KnownAgreement, pairs: readonly Pair[]): Promise<void> {
    if (pairs.length === 0) return
    const { id } = agreement.terms
    const at = this.context.clock()
    await keepPairs(tx, await this.explained(tx, id, pairs), { agreement: id, at })
    await askReports(tx, roundsOf(id, pairs), at)
  }

  // Causes cost look-ups, so they are proposed only where somebody must answer, for the files that those figures are of.
  private async explained(
    tx: Tx,
    agreement: string,
    pairs: readonly Pair[],
  ): Promise<readonly Pair[]> {
    const files = new Set(pairs.filter(({ matters }) => matters).map(fileOf))
    const around = pairs.filter((pair) => files.has(fileOf(pair)))
    if (around.length === 0 || around.length > mostExplained) return pairs
    return withCauses(pairs, await keptFigures(tx, agreement, cellsAround(around)))
  }
}

/** Comparisons of a batch that causes are looked for among; of more, for the worst of them when the report is made. */
const mostExplained = 2_000

function fileOf({ contract, period }: Pair): string {
  return `${contract} ${period}`
}

// SPDX-License-Identifier: Apache-2.0
import { digestOf, newSalt } from '@corridor/message'
import {
  fact,
  newestOf,
  readAccepted,
  rowsOfQuery,
  serviceContext,
  statement,
  tell,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { clausesOf, committedFirst, holds, type KnownAgreement } from '@corridor/policy'
import { Inject, Injectable } from '@nestjs/common'
import { datasetRows } from '../domain/dataset-rows'
import { recipientsOf } from '../domain/report'
import { dueFigures } from '../domain/timetable/due-figures'
import { noticeBytes } from '../domain/timetable/due-notice'
import { dueEvents, dueReports, type DueReport } from '../domain/timetable/due-states'
import { openings } from '../domain/timetable/commitments'
import { periodsReported, sharedPeriods } from '../domain/timetable/periods-reported'
import { whoIsBehind } from '../domain/timetable/who-is-behind'
import { agreementsOf } from './agreements'
import {
  agreementsUnjournalled,
  commitmentsUnder,
  keepCommitments,
  markJournalled,
  open,
} from './commitment-tables'
import { keepBehind, keepReported, keepStates, keptStates, reportedUnder } from './due-tables'
import type { RecordedTold } from './reconciliation.service'

/** Keeps the timetables of agreements: what is due, what came late, what is missing, and who is behind by that. */
@Injectable()
export class TimetableService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** New messages: what they report is no longer missing. Gives the agreements under which it has changed who is behind. */
  async recorded(tx: Tx, told: readonly RecordedTold[]): Promise<readonly KnownAgreement[]> {
    const changed: KnownAgreement[] = []
    const senders = [...new Set(told.map(({ participant }) => participant))]
    for (const agreement of this.timed(await agreementsOf(tx, senders))) {
      const contracts = contractsOf(agreement)
      const positions = told.flatMap(({ participant, contract, position }) =>
        agreement.standing.parties.includes(participant) && contracts.includes(contract)
          ? [position]
          : [],
      )
      if (!(await this.keep(tx, agreement, positions))) continue
      if (await this.look(tx, agreement)) changed.push(agreement)
    }
    return changed
  }

  /** Where an agreement stands now: what its parties have said before counts too. One that does not hold asks nothing of anybody. */
  async stands(tx: Tx, agreement: KnownAgreement): Promise<boolean> {
    const [known] = this.timed([agreement])
    if (known === undefined) {
      await tx.query('delete from due where agreement = $1', [agreement.terms.id])
      return false
    }
    const rows = await rowsOfQuery<{ position: string }>(
      tx,
      'select position from dataset where participant = any($1::text[]) order by position',
      [known.standing.parties],
    )
    await this.keep(
      tx,
      known,
      rows.map(({ position }) => Number(position)),
    )
    return this.look(tx, known)
  }

  /** Agreements with a timetable, whose days are to be looked at. */
  async agreements(): Promise<readonly string[]> {
    const rows = await rowsOfQuery<{ id: string }>(
      this.context.store,
      `select id from agreement where terms @? '$.enforced[*] ? (@.kind == "timetable" || @.commitFirst == true)' order by id`,
    )
    return rows.map(({ id }) => id)
  }

  /** Agreements under which a party waits for the journal's line of what it has committed to. */
  unjournalled(): Promise<readonly string[]> {
    return agreementsUnjournalled(this.context.store)
  }

  /** Lets time pass for an agreement, and gives it to be compared anew where that changes who may see what. */
  async pass(
    id: string,
    compareAnew: (tx: Tx, agreement: KnownAgreement) => Promise<void>,
  ): Promise<void> {
    await this.context.store.transaction(async (tx) => {
      const rows = await rowsOfQuery<KnownAgreement>(
        tx,
        'select terms, standing from agreement where id = $1 for update',
        [id],
      )
      for (const agreement of this.timed(rows))
        if (await this.look(tx, agreement)) await compareAnew(tx, agreement)
    })
  }

  private timed(agreements: readonly KnownAgreement[]): readonly KnownAgreement[] {
    const now = this.context.clock()
    return agreements.filter((one) => holds(one, now) && contractsOf(one).length > 0)
  }

  private async keep(
    tx: Tx,
    agreement: KnownAgreement,
    positions: readonly number[],
  ): Promise<boolean> {
    let some = false
    for (const position of positions) {
      const { storage } = this.context.environment.keys
      for (const accepted of await readAccepted(tx, [position], storage)) {
        const { contract, participant: sender, recordedAt: at } = accepted
        const rows = datasetRows(contract, newestOf(accepted))
        const reported = periodsReported(agreement, { contract, sender, at, rows })
        const committed = committedFirst(agreement).includes(contract)
          ? sharedPeriods(agreement, { contract, sender, rows })
          : []
        if (reported.length === 0 && committed.length === 0) continue
        await keepReported(tx, agreement.terms.id, reported)
        await keepCommitments(
          tx,
          committed.map((period) => ({ contract, party: sender, period, at })),
          { agreement: agreement.terms.id, position },
        )
        some = true
      }
    }
    return some
  }

  // True where it has changed who may see what: who is behind, or what is open.
  private async look(tx: Tx, agreement: KnownAgreement): Promise<boolean> {
    const at = this.context.clock()
    const { id } = agreement.terms
    await tx.query('select 1 from agreement where id = $1 for update', [id])
    const before = await keptStates(tx, id)
    const reports = dueReports(dueFigures(agreement, at), await reportedUnder(tx, id), at)
    await keepStates(tx, reports, { agreement: id, at })
    await this.say(tx, agreement, dueEvents(before, reports))
    const opened = await this.open(tx, agreement)
    const behind = whoIsBehind(agreement, reports)
    if (!(await keepBehind(tx, id, behind))) return opened
    const told = { agreement: id, behind, at: at.toISOString() }
    await tell(tx, [fact('reconciliation.behind.v1', told)])
    return true
  }

  // True where figures are open now that were not.
  private async open(tx: Tx, agreement: KnownAgreement): Promise<boolean> {
    const at = this.context.clock()
    const { id } = agreement.terms
    if (committedFirst(agreement).length > 0) await markJournalled(tx, id)
    const asked = openings(agreement, await commitmentsUnder(tx, id), at)
    const opened = asked.length === 0 ? [] : await open(tx, asked, { agreement: id, at })
    if (opened.length === 0) return false
    const told = { agreement: id, opened, at: at.toISOString() }
    await tell(tx, [fact('reconciliation.opened.v1', told)])
    return true
  }

  private async say(
    tx: Tx,
    agreement: KnownAgreement,
    events: readonly DueReport[],
  ): Promise<void> {
    if (events.length === 0) return
    const at = this.context.clock()
    const { id } = agreement.terms
    const { hubId } = this.context.environment
    const bytes = noticeBytes(events, { hubId, agreement: id, at, salt: newSalt() })
    await tell(tx, [
      ...recipientsOf(agreement).map((recipient) => statement(recipient, 'report', bytes)),
      fact('reconciliation.due.v1', {
        agreement: id,
        digest: digestOf(bytes),
        reports: events.map(({ clause, contract, party, period, state, oneSided }) => ({
          ...{ clause, contract, party, period, state, oneSided },
        })),
        at: at.toISOString(),
      }),
    ])
  }
}

// What a message may answer to: figures with a timetable, and figures that are committed to.
function contractsOf(agreement: KnownAgreement): readonly string[] {
  const timed = clausesOf(agreement.terms, 'timetable').map(({ contract }) => contract)
  return [...timed, ...committedFirst(agreement)]
}

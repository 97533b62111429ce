// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { rowsOfQuery, serviceContext, type ServiceContext } from '@corridor/platform'
import type { AgreementHistory } from '@corridor/policy'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import type { AgreementFact } from '../domain/agreement/acts'
import { standingHistory } from '../domain/agreement/standing-history'

interface ActRow {
  readonly agreement: string
  readonly detail: AgreementFact
}

/** What became of agreements, out of the acts that access keeps: whoever explains or audits later asks here, not its own copy. */
@Controller()
export class StandingHistoryCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** Of the agreements that a participant is or was a party to; of all where none is named. */
  @MessagePattern('access.command.standing-history.v1')
  async history(
    @Payload() { participant }: { readonly participant: string | null },
  ): Promise<Outcome<readonly AgreementHistory[]>> {
    const rows = await rowsOfQuery<ActRow>(this.context.store, selectActs, [participant])
    const facts = new Map<string, AgreementFact[]>()
    for (const { agreement, detail } of rows)
      facts.set(agreement, [...(facts.get(agreement) ?? []), detail])
    return accept([...facts.values()].flatMap((own) => standingHistory(own) ?? []))
  }
}

const selectActs = `
select t.agreement, t.detail from agreement_act t join agreement a on a.id = t.agreement
where $1::text is null or a.state -> 'parties' ? $1
  or a.state -> 'terms' -> 'parties' @> jsonb_build_array(jsonb_build_object('participant', $1::text))
  or exists (select from agreement_act j where j.agreement = a.id and j.act = 'acceded' and j.detail ->> 'participant' = $1)
order by t.agreement, t.number`

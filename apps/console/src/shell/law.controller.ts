// SPDX-License-Identifier: Apache-2.0
import {
  codeList,
  codeListIds,
  contracts,
  contractSchema,
  statisticalContracts,
  structure,
  type CodeListId,
} from '@corridor/contracts'
import { refuse, type Outcome } from '@corridor/kernel'
import { codeExtensions, command, Refused, rowsOfQuery } from '@corridor/platform'
import { Controller, Get, Inject, Param, Post, Query, Req, UseGuards } from '@nestjs/common'
import type { Request } from 'express'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { within } from './hand-over'
import { wrongQuery } from './query-words'
import { proofOf, Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** How long an act waits until intake judges by what it has added. */
const heardSeconds = 5

interface CodesTold {
  readonly position: number
  readonly list: string
  readonly codes: number
}

/** The law that everything is judged by: contracts and code lists, for everybody; and codes that the operator adds. */
@Controller('api')
export class LawController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({ summary: 'Every contract and version', answers: { 200: 'Names, versions, addresses' } })
  @Get('contracts')
  contracts(): object {
    return {
      contracts: contracts.map(({ name, version }) => ({
        name,
        version,
        carriesFigures: statisticalContracts.includes(name),
        address: `/api/contracts/${name}/${version}`,
      })),
    }
  }

  @Told({
    summary: 'A contract',
    answers: { 200: 'Its JSON Schema, and its data structure where it carries figures' },
  })
  @Get('contracts/:name/:version')
  contract(@Param('name') name: string, @Param('version') version: string): object {
    const schema = contractSchema(name, version)
    if (schema === undefined) return nothing('there is no such contract in that version')
    return { name, version, schema, structure: structure(name, version) ?? null }
  }

  /** The lists as the hub has them now, and what it adds to the released ones. */
  @Told({
    summary: 'Every code list, and what this hub adds to the released ones',
    answers: { 200: 'Lists and extensions' },
  })
  @Get('codelists')
  codeLists(): object {
    const lists = codeListIds.map((id) => {
      const { version, source, codes } = listOf(id)
      return { id, version, source, codes: codes.length, address: `/api/codelists/${id}` }
    })
    return { lists, extensions: codeExtensions() }
  }

  @Told({ summary: 'A code list as it is now', answers: { 200: 'Codes with labels and parents' } })
  @Get('codelists/:id')
  codeList(@Param('id') id: string): object {
    if (!codeListIds.includes(id)) return nothing('there is no such code list')
    const list = listOf(id)
    return {
      id,
      version: list.version,
      source: list.source,
      codes: list.codes.map((code) => ({
        code,
        label: list.label(code),
        parent: list.parent(code) ?? null,
      })),
    }
  }

  /** Codes that the operator adds; answered when intake judges by them. */
  @Told({
    summary: 'The operator adds codes to a released list',
    body: { contract: 'codelist-extension' },
    answers: { 201: 'What was added' },
  })
  @Post('codelists')
  @UseGuards(SignedRequestGuard)
  async addCodes(@Req() request: Request): Promise<CodesTold> {
    const outcome: Outcome<CodesTold> = await command(
      this.edge.bus,
      'access.command.add-codes.v1',
      {
        proof: proofOf(request),
      },
    )
    if (!outcome.ok) throw new Refused(outcome.refusal)
    const { position } = outcome.value
    const heard = (): Promise<readonly unknown[]> =>
      rowsOfQuery(this.edge.store, 'select 1 from intake.code_extension_v1 where position = $1', [
        position,
      ])
    await within(heardSeconds, heard, (rows) => rows.length > 0)
    return outcome.value
  }

  /**
   * Who receives figures by a contract under agreements in force, and in which version (null: as they were sent): whom a change
   * of it would touch.
   */
  @Told({
    summary: 'Who receives figures by a contract under agreements in force; for the operator',
    query: { contract: 'The name of the contract' },
    answers: { 200: 'Participants, agreements, versions' },
  })
  @Get('subscribers')
  @UseGuards(SignedRequestGuard)
  async subscribers(@Signed() actor: Actor, @Query('contract') contract?: string): Promise<object> {
    if (actor.kind !== 'operator')
      throw new Refused(refuse('NOT_ALLOWED', 'only the operator sees who receives what').refusal)
    if (contract === undefined) return wrongQuery('contract names a contract')
    return {
      contract,
      subscribers: await rowsOfQuery(this.edge.store, selectSubscribers, [contract]),
    }
  }
}

// Whoever figures are shared with, both sides of a comparison, and the region that adds them up.
const selectSubscribers = `
with clauses as (
  select a.id, a.terms, clause from access.agreement_v1 a, jsonb_array_elements(a.terms -> 'enforced') as clause
  where a.state = 'in-force' and clause ->> 'contract' = $1),
takers as (
  select id, agreed ->> 'participant' as participant from clauses, jsonb_array_elements(terms -> 'parties') as agreed
  where clause ->> 'kind' = 'reconcile'
    or (clause ->> 'kind' = 'share' and clause -> 'to' ?| array[agreed ->> 'participant', '_PARTIES'])
    or (clause ->> 'kind' = 'aggregate' and not clause -> 'from' ? (agreed ->> 'participant')))
select participant, array_agg(distinct id order by id) as agreements, max(version) as version
from takers left join delivery.subscriber_v1 on recipient = participant and contract = $1 and agreement = id
group by participant order by participant`

function listOf(id: string): ReturnType<typeof codeList> {
  // Asked of ids that the lists have.
  return codeList(id as CodeListId)
}

function nothing(detail: string): never {
  throw new Refused(refuse('NOT_FOUND', detail).refusal)
}

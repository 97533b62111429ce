// SPDX-License-Identifier: Apache-2.0
import { statisticalContracts, structure, type Structure } from '@corridor/contracts'
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common'
import type { Request, Response } from 'express'
import { readFilter, readKey, type FigureFilter } from '../domain/figure-filter'
import { chooseFormat, mediaTypeOf } from '../domain/figure-format'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { unlessDeleted } from './erasures-reading'
import { figureText } from './figure-texts'
import { readFigures, type FiguresAsked, type FiguresFound } from './figures'
import { instantOf, switchOf, wholeOf, wordOf, wrongQuery } from './query-words'
import { InWork } from './request-bounds'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

const usualRows = 5_000
const mostRows = 20_000
const mostOffset = 100_000_000

const figureQuery = {
  asOf: 'A position or an instant: as figures stood then',
  updatedAfter: 'An instant: what has changed since, with what was taken back',
  includeHistory: 'true: every vintage',
  period: 'Periods, or ge:2015+le:2019',
  'c[DIM]': 'Codes of a dimension, as in SDMX REST 2.x: c[DESTINATION]=DK,SE',
  mode: 'test: figures of the test mode',
  offset: 'Rows to pass over',
  limit: 'Rows of an answer, at most 20,000',
}

const figureAnswers = {
  200: {
    media: [
      'application/json',
      'text/csv',
      'application/vnd.sdmx.data+json;version=2.1.0',
      'application/vnd.sdmx.data+json;version=2.0.0',
      'application/vnd.sdmx.data+csv;version=2.1.0',
      'application/vnd.sdmx.data+csv;version=2.0.0',
      'application/vnd.sdmx.data+csv;version=1.0.0',
    ],
    about:
      'Figures; Corridor-As-Of-Position and Corridor-As-Of say as of when, Corridor-Not-Indexed how many datasets are not seen yet',
  },
  204: { empty: 'There are none' },
  410: 'They were deleted, and under what',
}

/** A participant's own figures, as they stand or stood. */
@Controller('api')
@UseGuards(SignedRequestGuard)
export class DataController {
  private readonly inWork = new InWork({ mostOfOne: 4, mostTogether: 16 })

  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'The asker’s own figures by a contract, as they stand, stood or changed',
    query: figureQuery,
    answers: figureAnswers,
  })
  @Get('data/:contract')
  data(@Signed() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const known = structureOf(String(request.params['contract']))
    return this.answer(actor, { request, response, asked: { known, key: [] } })
  }

  /** The same by an address of the SDMX REST interface, 2.x. */
  @Told({
    summary: 'The same by an address of the SDMX REST interface',
    query: figureQuery,
    answers: figureAnswers,
  })
  @Get('sdmx/data/dataflow/CORRIDOR/:contract/:version/:key')
  sdmxData(
    @Signed() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const known = structureOf(String(request.params['contract']))
    const version = versionAsked(known, String(request.params['version']))
    // The key is read by the dimensions of the version that it is asked in.
    const own = structure(known.contract, version.version) ?? known
    const key = readKey(own, String(request.params['key']))
    if (!key.ok) throw new Refused(key.refusal)
    const asked = { known, key: key.value, ...version }
    return this.answer(actor, { request, response, asked })
  }

  private async answer(actor: Actor, { request, response, asked }: Asked): Promise<void> {
    const format = chooseFormat(request.get('accept') ?? '*/*')
    if (!format.ok) throw new Refused(format.refusal)
    const wanted = figuresAsked(actor, asked, request.originalUrl)
    const found = await this.inWork.within(actor.participant, () => readFigures(this.edge, wanted))
    tellStand(found, wanted, response)
    if (found.parts.length === 0) {
      await unlessDeleted(this.edge.store, wanted.participant, wanted.contract)
      response.status(204).end()
      return
    }
    const at = this.edge.clock()
    const writing = { sender: this.edge.environment.hubId, at, test: wanted.test }
    response
      .status(200)
      .type(mediaTypeOf(format.value))
      .send(Buffer.from(figureText(format.value, found, writing)))
  }
}

interface Asked {
  readonly request: Request
  readonly response: Response
  readonly asked: {
    readonly known: Structure
    readonly key: readonly FigureFilter[]
    readonly version?: string
  }
}

function structureOf(contract: string): Structure {
  // A structure's own id does as well: so the SDMX formats name it.
  const name = statisticalContracts.find(
    (one) => one === contract || structure(one)?.id === contract,
  )
  const known = name === undefined ? undefined : structure(name)
  if (known !== undefined) return known
  const detail = 'there is no contract of that name by which figures are sent'
  throw new Refused(refuse('NOT_FOUND', detail).refusal)
}

function versionAsked({ contract }: Structure, version: string): { version?: string } {
  if (['*', '+', '~', 'latest'].includes(version)) return {}
  if (structure(contract, version) !== undefined) return { version }
  return wrongQuery(`there is no such version of ${contract}; * is for all`)
}

function figuresAsked(
  { participant }: Actor,
  { known, key, version }: Asked['asked'],
  url: string,
): FiguresAsked {
  const query = new URLSearchParams(url.split('?')[1] ?? '')
  const named = Object.fromEntries(query)
  const asOf = asOfQuery(named['asOf'])
  const updatedAfter = instantOf('updatedAfter', named['updatedAfter'])
  return {
    reader: participant,
    participant,
    contract: known.contract,
    test: wordOf('mode', named['mode'], ['test']) === 'test',
    filters: [...key, ...filtersOf(known, query)],
    includeHistory: switchOf('includeHistory', named['includeHistory']),
    offset: wholeOf('offset', named['offset'], { otherwise: 0, most: mostOffset }),
    limit: wholeOf('limit', named['limit'], { otherwise: usualRows, most: mostRows }),
    ...(asOf === null ? {} : { asOf }),
    ...(updatedAfter === null ? {} : { updatedAfter }),
    ...(version === undefined ? {} : { version }),
  }
}

function asOfQuery(text: string | undefined): Date | number | null {
  return text !== undefined && /^\d{5,15}$|^\d{1,3}$/.test(text)
    ? Number(text)
    : instantOf('asOf', text)
}

/** What else a query may say, and where it is read. */
const words = new Set(['asOf', 'updatedAfter', 'mode', 'includeHistory', 'offset', 'limit'])

function filtersOf(known: Structure, query: URLSearchParams): readonly FigureFilter[] {
  return [...query].flatMap(([name, text]) => {
    if (words.has(name)) return []
    const dimension = name === 'period' ? timeOf(known) : /^c\[([A-Za-z_]+)\]$/.exec(name)?.[1]
    if (dimension === undefined)
      return wrongQuery(`${name.slice(0, 64)} is no parameter of figures`)
    const filter = readFilter(known, dimension, text)
    if (!filter.ok) throw new Refused(filter.refusal)
    return [filter.value]
  })
}

function timeOf({ dimensions }: Structure): string | undefined {
  return dimensions.find(({ role }) => role === 'time')?.column
}

function tellStand({ stand, next }: FiguresFound, asked: FiguresAsked, response: Response): void {
  const instant = asked.asOf instanceof Date ? asked.asOf : stand.recordedAt
  response.set({
    'Corridor-As-Of-Position': String(stand.position),
    ...(instant === null ? {} : { 'Corridor-As-Of': instant.toISOString() }),
    'Corridor-Not-Indexed': String(stand.notIndexed),
    ...(next === null ? {} : { 'Corridor-Next-Offset': String(next) }),
    Vary: 'Accept',
  })
}

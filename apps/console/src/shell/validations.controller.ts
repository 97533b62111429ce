// SPDX-License-Identifier: Apache-2.0
import {
  newestVersion,
  problem,
  statisticalContracts,
  type ContractName,
} from '@corridor/contracts'
import type { FileOptions, FilePart, FileProblem, FileReading } from '@corridor/formats'
import { refuse, type Outcome } from '@corridor/kernel'
import { command, Refused } from '@corridor/platform'
import { Controller, HttpCode, Inject, Post, Query, Req, UseGuards } from '@nestjs/common'
import type { Request } from 'express'
import type { Actor } from './actor'
import { edgeToken, type Edge } from './edge'
import { wrongQuery } from './query-words'
import { readInThread } from './read-in-thread'
import { InWork } from './request-bounds'
import { bodyOf, Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

interface Report {
  readonly errors: number
  readonly warnings: number
  readonly groups: number
  readonly lines: readonly {
    readonly problem: string
    readonly level: string
    readonly column?: string
    readonly first: readonly number[]
  }[]
}

/** What NATS carries in one request, less its own words. */
const mostCommandBytes = 2_000_000

/** Any file, judged as a message with its figures would be. Nothing of it is kept. */
@Controller('api/validations')
@UseGuards(SignedRequestGuard)
export class ValidationsController {
  private readonly inWork = new InWork({ mostOfOne: 1, mostTogether: 2 })

  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'Any file, judged as a message with its figures would be; nothing is kept',
    query: {
      fileName: 'As its office calls it',
      contract: 'Where the file does not say it',
      sheet: 'Of a workbook',
      encoding: 'Where what is recognised is wrong',
    },
    body: {
      media: 'application/octet-stream',
      about: 'CSV, XLSX, SDMX-CSV, SDMX-JSON, TSV or JSON, 50 MB at most',
    },
    answers: { 200: 'The report, with rows and columns as the file shows them' },
  })
  @Post()
  @HttpCode(200)
  validate(
    @Signed() actor: Actor,
    @Req() request: Request,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<object> {
    const options = optionsOf(query)
    return this.inWork.within(actor.participant, async () => {
      const reading = await readInThread(bodyOf(request), options)
      const datasets: object[] = []
      let errors = reading.problems.length
      for (const part of reading.parts) {
        const report = await this.check(actor, part)
        errors += report.errors + report.lines.filter(isWholeError).length
        datasets.push(datasetOf(part, report))
      }
      return answerOf(reading, { datasets, errors })
    })
  }

  /** Intake judges: there is one engine, and it knows what the sender stated before. */
  private async check({ participant, kid }: Actor, part: FilePart): Promise<Report> {
    const { name, version } = part.contract
    const body = { participant, kid, contract: name, version, data: part.data }
    if (JSON.stringify(body).length > mostCommandBytes) {
      const detail = 'a dataset of the file is larger than a message can be; split it'
      throw new Refused(refuse('MESSAGE_TOO_LARGE', detail).refusal)
    }
    const outcome: Outcome<Report> = await command(this.edge.bus, 'intake.command.check.v1', body)
    if (!outcome.ok) throw new Refused(outcome.refusal)
    return outcome.value
  }
}

function isWholeError({ level, first }: Report['lines'][number]): boolean {
  return level === 'error' && first.length === 0
}

function optionsOf(query: Readonly<Record<string, unknown>>): FileOptions {
  const [fileName, contract, sheet, encoding] = ['fileName', 'contract', 'sheet', 'encoding'].map(
    (name) => (typeof query[name] === 'string' ? query[name].slice(0, 200) : undefined),
  )
  return {
    fileName: fileName ?? 'figures',
    ...(contract === undefined ? {} : { contract: contractNamed(contract) }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
  }
}

function contractNamed(name: string): { readonly name: string; readonly version: string } {
  // The newest version of a name that is among them.
  if (statisticalContracts.includes(name))
    return { name, version: newestVersion(name as ContractName) }
  return wrongQuery(`contract is one of ${statisticalContracts.join(', ')}`)
}

function answerOf(
  { format, encoding, sheet, rowsRead, parts, notes, problems }: FileReading,
  { datasets, errors }: { readonly datasets: readonly object[]; readonly errors: number },
): object {
  const observations = parts.reduce((sum, { rowNumbers }) => sum + rowNumbers.length, 0)
  return {
    wouldBe: errors === 0 && parts.length > 0 ? 'accepted' : 'refused',
    file: { format, encoding, sheet, rowsRead, observations },
    notes,
    problems: problems.map(withCatalogue),
    datasets,
  }
}

function withCatalogue(one: FileProblem): object {
  const { number, title, remedy } = problem(one.code) ?? problem('UNEXPECTED')
  return { ...one, number, title, remedy }
}

/** The report on a dataset, with the rows and columns as the file shows them. */
function datasetOf({ contract, rowNumbers, places }: FilePart, report: Report): object {
  const lines = report.lines.map((line) => {
    const place = line.column === undefined ? undefined : places[line.column]
    const { number, title, remedy } = problem(line.problem) ?? problem('UNEXPECTED')
    return {
      ...line,
      number,
      title,
      remedy,
      ...(place === undefined ? {} : { letter: place.letter, header: place.header }),
      fileRows: line.first.map((row) => rowNumbers[row - 1] ?? null),
    }
  })
  return { contract, rows: rowNumbers.length, report: { ...report, lines } }
}

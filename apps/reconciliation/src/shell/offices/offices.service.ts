// SPDX-License-Identifier: Apache-2.0
import {
  readAccepted,
  readInternal,
  recordedOf,
  serviceContext,
  type RecordedPlace,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import type { OfficeCell } from '../../domain/offices/office-statement'
import type { ErasedTold } from '../erase-statements'
import type { RecordedTold } from '../reconciliation.service'
import {
  compareOfficeCells,
  eraseOfficeStatements,
  forgetOffices,
  keepOfficeStatements,
  lockNaming,
  namedAmong,
  type OfficeDataset,
  type StateContract,
} from './office-tables'

/** Which office a state has named, as access tells it; null where none is any more. */
export interface OfficeNamedTold extends StateContract {
  readonly office: string | null
  readonly at: string
}

/** Holds what the offices of one state say about the same figures against each other, inside that state. */
@Injectable()
export class OfficesService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** From the first naming on everything that the state's offices have said counts; when nobody is named any more, nothing is kept. */
  async named(tx: Tx, told: OfficeNamedTold): Promise<void> {
    const { participant, contract, office, at } = told
    await lockNaming(tx)
    if (office === null) return forgetOffices(tx, told)
    const isKnown = await namedAmong(tx, [told])
    await tx.query(
      `insert into releasing_office (participant, contract, office, named_at) values ($1, $2, $3, $4)
       on conflict (participant, contract) do update set office = excluded.office, named_at = excluded.named_at`,
      [participant, contract, office, at],
    )
    if (isKnown(told)) return
    await this.take(tx, told, await recordedOf(tx, { participant, contract }))
  }

  /** New datasets that went on as their states' figures, or stay inside. */
  async recorded(tx: Tx, told: readonly RecordedTold[], isInternal: boolean): Promise<void> {
    const isNamed = await namedAmong(tx, told)
    for (const one of told.filter(isNamed))
      await this.take(tx, one, [{ position: one.position, isInternal }])
  }

  /** What an office has said was deleted: the others are compared without it. */
  async erased(tx: Tx, { dataset }: ErasedTold): Promise<void> {
    const gone = await eraseOfficeStatements(tx, dataset)
    if (gone !== null)
      await compareOfficeCells(tx, gone, { cells: gone.cells, at: this.context.clock() })
  }

  private async take(tx: Tx, of: StateContract, places: readonly RecordedPlace[]): Promise<void> {
    const touched = new Map<string, OfficeCell>()
    for (const place of places)
      for (const dataset of await this.read(tx, place))
        for (const one of await keepOfficeStatements(tx, dataset))
          touched.set(`${one.period} ${one.cell}`, { period: one.period, cell: one.cell })
    await compareOfficeCells(tx, of, { cells: [...touched.values()], at: this.context.clock() })
  }

  private async read(
    tx: Tx,
    { position, isInternal }: RecordedPlace,
  ): Promise<readonly OfficeDataset[]> {
    const { storage } = this.context.environment.keys
    const read = isInternal ? readInternal : readAccepted
    const datasets = await read(tx, [position], storage)
    return datasets.map((accepted) => ({ accepted, isReleased: !isInternal }))
  }
}

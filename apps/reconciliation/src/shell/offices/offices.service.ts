// SPDX-License-Identifier: Apache-2.0
import {
  readAccepted,
  readInternal,
  recordedBeside,
  recordedOf,
  serviceContext,
  type DoubtTold,
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

type Place = Pick<RecordedPlace, 'position' | 'isInternal'>

interface Taking {
  readonly places: readonly Place[]
  /** Figures of which something that was said stands no more. */
  readonly dropped?: readonly OfficeCell[]
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
    await this.take(tx, told, { places: await recordedOf(tx, { participant, contract }) })
  }

  /** New datasets that went on as their states' figures, or stay inside. */
  async recorded(tx: Tx, told: readonly RecordedTold[], isInternal: boolean): Promise<void> {
    const isNamed = await namedAmong(tx, told)
    for (const one of told.filter(isNamed))
      await this.take(tx, one, { places: [{ ...one, isInternal }] })
  }

  /**
   * Datasets are in doubt, or no more: what their offices have said is gone through anew, so that what one in doubt had taken the place of
   * stands again, and the cleared one has its own again.
   */
  async restated(tx: Tx, { datasets, internal = [] }: DoubtTold): Promise<void> {
    const positions = [...datasets, ...internal]
    const places = await recordedBeside(tx, positions)
    const contracts = new Map(places.map((place) => [place.contract, place]))
    const isNamed = await namedAmong(tx, [...contracts.values()])
    for (const [contract, of] of contracts) {
      if (!isNamed(of)) continue
      const here = places.filter((place) => place.contract === contract)
      const dropped: OfficeCell[] = []
      for (const { position } of here.filter(({ position }) => positions.includes(position)))
        dropped.push(...((await eraseOfficeStatements(tx, position))?.cells ?? []))
      await this.take(tx, of, { places: here, dropped })
    }
  }

  /** What an office has said was deleted: the others are compared without it. */
  async erased(tx: Tx, { dataset }: ErasedTold): Promise<void> {
    const gone = await eraseOfficeStatements(tx, dataset)
    if (gone !== null)
      await compareOfficeCells(tx, gone, { cells: gone.cells, at: this.context.clock() })
  }

  private async take(tx: Tx, of: StateContract, { places, dropped = [] }: Taking): Promise<void> {
    const touched = new Map(dropped.map((one) => [`${one.period} ${one.cell}`, one]))
    for (const place of places)
      for (const dataset of await this.read(tx, place))
        for (const one of await keepOfficeStatements(tx, dataset))
          touched.set(`${one.period} ${one.cell}`, { period: one.period, cell: one.cell })
    await compareOfficeCells(tx, of, { cells: [...touched.values()], at: this.context.clock() })
  }

  private async read(tx: Tx, { position, isInternal }: Place): Promise<readonly OfficeDataset[]> {
    const { storage } = this.context.environment.keys
    const read = isInternal ? readInternal : readAccepted
    const datasets = await read(tx, [position], storage)
    return datasets.map((accepted) => ({ accepted, isReleased: !isInternal }))
  }
}

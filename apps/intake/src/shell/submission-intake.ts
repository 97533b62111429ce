// SPDX-License-Identifier: Apache-2.0
import {
  ensureSubmissions,
  readSubmissions,
  serviceContext,
  type ServiceContext,
} from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { IntakeService } from './intake.service'
import { exchangeStorageKeys, noteStorageKey } from './storage-key'

/** Messages judged together, and their bytes: about 20,000 rows by columns. */
const maxBatch = 512
const maxBatchBytes = 786_432
/** Transactions under way at the same time: while one waits for its commit, the next is checked. */
const concurrency = 2

/** Works the SUBMISSIONS stream with the durable `intake`. */
@Injectable()
export class SubmissionIntake implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Written at bootstrap only. */
  private reader: ReturnType<typeof readSubmissions> | null = null

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly intake: IntakeService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { bus, log } = this.context
    await noteStorageKey(this.context)
    await exchangeStorageKeys(this.context)
    await ensureSubmissions(await bus.jetstreamManager())
    this.reader = readSubmissions({
      bus,
      log,
      maxBatch,
      maxBatchBytes,
      concurrency,
      work: (batch) => this.intake.work(batch),
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader?.close()
  }
}

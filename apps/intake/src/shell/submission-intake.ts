// SPDX-License-Identifier: Apache-2.0
import {
  ensureSubmissions,
  readSubmissions,
  submissionsWaiting,
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
    const jsm = await bus.jetstreamManager()
    await ensureSubmissions(jsm)
    this.reader = readSubmissions({
      bus,
      log,
      maxBatch,
      maxBatchBytes,
      concurrency,
      work: (batch) => this.intake.work(batch),
    })
    this.tellHealth(jsm)
  }

  /** How far behind the way in is: told with the health of the hub, so that an operator sees it before senders do. */
  private tellHealth(jsm: Parameters<typeof submissionsWaiting>[0]): void {
    this.context.checks.push({
      name: 'intake works the way in',
      ready: () => this.reader?.healthy() ?? false,
      measures: async () => {
        const { waiting, atWork } = await submissionsWaiting(jsm)
        return { 'messages that wait': waiting, 'messages at work': atWork }
      },
    })
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader?.close()
  }
}

// SPDX-License-Identifier: Apache-2.0
import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { Transport, type MicroserviceOptions } from '@nestjs/microservices'
import { AppModule } from './app.module'

void main()

async function main(): Promise<void> {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(AppModule, {
    logger: ['error', 'warn'],
    transport: Transport.NATS,
    options: { servers: [process.env['NATS_URL'] ?? ''], queue: 'hub' },
  })
  await app.listen()
  process.send?.('ready')
  const end = (): void => void app.close().then(() => process.exit(0))
  process.once('SIGTERM', end)
  // The bench that started this is gone.
  process.once('disconnect', end)
}

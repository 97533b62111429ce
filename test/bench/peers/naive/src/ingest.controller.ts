// SPDX-License-Identifier: Apache-2.0
import { Controller, ValidationPipe } from '@nestjs/common'
import { MessagePattern, Payload, RpcException } from '@nestjs/microservices'
import { IngestService } from './ingest.service'
import { MessageDto } from './observation.dto'
import { VerifyJwsPipe } from './verify-jws.pipe'

const validation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => new RpcException(errors.toString()),
})

/** Answers a signed message with a signed receipt. */
@Controller()
export class IngestController {
  constructor(private readonly ingestion: IngestService) {}

  @MessagePattern('hub.ingest')
  ingest(@Payload(VerifyJwsPipe, validation) message: MessageDto): Promise<{ receipt: string }> {
    return this.ingestion.store(message)
  }
}

// SPDX-License-Identifier: Apache-2.0
import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { MessageEntity, ObservationEntity } from './entities'
import { IngestController } from './ingest.controller'
import { IngestService } from './ingest.service'
import { VerifyJwsPipe } from './verify-jws.pipe'

/** The whole peer. */
@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: process.env['DATABASE_URL'] ?? '',
      entities: [MessageEntity, ObservationEntity],
      synchronize: true,
    }),
  ],
  controllers: [IngestController],
  providers: [IngestService, VerifyJwsPipe],
})
export class AppModule {}

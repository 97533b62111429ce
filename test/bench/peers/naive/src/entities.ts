// SPDX-License-Identifier: Apache-2.0
import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm'

/** A message that was received. */
@Entity('message')
export class MessageEntity {
  @PrimaryColumn('text') id: string
  @Column('text') source: string
  @Column('text') type: string
  @Column('text') digest: string
  @Column('int') observations: number
  @CreateDateColumn({ type: 'timestamptz' }) receivedAt: Date
}

/** One figure, as a row. A message says something of a cell once. */
@Entity('observation')
@Index(
  [
    'messageId',
    'reporter',
    'direction',
    'origin',
    'destination',
    'period',
    'sex',
    'age',
    'occupation',
    'sector',
    'stay',
  ],
  { unique: true },
)
export class ObservationEntity {
  @PrimaryGeneratedColumn('uuid') id: string
  @Column('text') messageId: string
  @Column('text') reporter: string
  @Column('text') direction: string
  @Column('text') origin: string
  @Column('text') destination: string
  @Column('text') period: string
  @Column('text') sex: string
  @Column('text') age: string
  @Column('text') occupation: string
  @Column('text') sector: string
  @Column('text') stay: string
  @Column('bigint', { nullable: true }) value: number | null
  @Column('text') valueStatus: string
  @Column('text') obsStatus: string
  @Column('text') confStatus: string
}

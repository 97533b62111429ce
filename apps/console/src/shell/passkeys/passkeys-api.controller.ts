// SPDX-License-Identifier: Apache-2.0
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  UseGuards,
} from '@nestjs/common'
import { IsISO8601, IsOptional, IsString, Length } from 'class-validator'
import type { Request } from 'express'
import type { Actor } from '../actor'
import { askAccess } from '../ask-access'
import { edgeToken, type Edge } from '../edge'
import { JsonBody } from '../json-body.pipe'
import { proofOf, Signed, SignedRequestGuard } from '../signed-request.guard'
import { Told } from '../told'
import { passkeysOf } from './passkeys-reading'

/** Why a passkey is removed. */
class RemovalBody {
  @IsString()
  @Length(1, 400)
  reason: string

  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string
}

/** Passkeys, for officials with a key: the list, the confirmation, the removal. */
@Controller('api/passkeys')
@UseGuards(SignedRequestGuard)
export class PasskeysApiController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'Passkeys of the asker’s participant',
    answers: {
      200: 'Whose they are, since when they are good, whether they were removed; all for the operator',
    },
  })
  @Get()
  list(@Signed() actor: Actor): Promise<object> {
    return passkeysOf(this.edge.store, actor)
  }

  @Told({
    summary: 'A second official stands behind a passkey: from now on it signs',
    answers: { 200: 'The passkey and its participant' },
  })
  @Post(':kid/confirmations')
  @HttpCode(200)
  confirm(@Param('kid') kid: string, @Req() request: Request): Promise<unknown> {
    return askAccess(this.edge, 'confirm-passkey', { proof: proofOf(request), kid })
  }

  @Told({
    summary: 'A signatory removes a passkey of its participant, the operator anybody’s',
    body: {
      members: { reason: 'Why', from: 'Since when it is lost: what it signed since is doubtful' },
      optional: ['from'],
    },
    answers: { 200: 'The passkey and its participant' },
  })
  @Post(':kid/removals')
  @HttpCode(200)
  remove(
    @Param('kid') kid: string,
    @Body(new JsonBody(RemovalBody)) { reason, from }: RemovalBody,
    @Req() request: Request,
  ): Promise<unknown> {
    const removal = { kid, reason, ...(from === undefined ? {} : { from }) }
    return askAccess(this.edge, 'remove-passkey', { proof: proofOf(request), ...removal })
  }
}

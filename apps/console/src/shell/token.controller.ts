// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common'
import type { Request } from 'express'
import { edgeToken, type Edge } from './edge'
import { bodyOf } from './signed-request.guard'
import { Told } from './told'
import { assertionType, exchange, tokenSeconds } from './token'

/** Machine clients that speak OAuth: an assertion signed with a registered key for a short token that reads. */
@Controller('api/token')
export class TokenController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({
    summary: 'Exchange an assertion signed with a registered key for a token that reads (RFC 7523)',
    body: {
      media: 'application/x-www-form-urlencoded',
      about: 'grant_type=client_credentials, client_assertion_type, client_assertion',
    },
    answers: { 200: 'The token, and the seconds that it is good' },
  })
  @Post()
  @HttpCode(200)
  async token(@Req() request: Request): Promise<object> {
    const form = new URLSearchParams(bodyOf(request).toString('utf8'))
    const isAsked =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_assertion_type') === assertionType
    const exchanged = isAsked
      ? await exchange(this.edge, form.get('client_assertion') ?? '')
      : refuse('SIGN_IN_WRONG', 'only client_credentials with a signed assertion is taken here')
    if (!exchanged.ok) throw new Refused(exchanged.refusal)
    return { access_token: exchanged.value, token_type: 'Bearer', expires_in: tokenSeconds }
  }
}

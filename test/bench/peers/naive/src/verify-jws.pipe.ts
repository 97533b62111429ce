// SPDX-License-Identifier: Apache-2.0
import { Injectable, type PipeTransform } from '@nestjs/common'
import { RpcException } from '@nestjs/microservices'
import { compactVerify } from 'jose'
import { keyOf } from './keys'

const senderKey = keyOf('PEER_SENDER_KEY')

/** Turns a signed message into its content. */
@Injectable()
export class VerifyJwsPipe implements PipeTransform<{ jws: string }, Promise<unknown>> {
  async transform({ jws }: { jws: string }): Promise<unknown> {
    try {
      const { payload } = await compactVerify(jws, await senderKey, { algorithms: ['EdDSA'] })
      return JSON.parse(new TextDecoder().decode(payload))
    } catch (error) {
      throw new RpcException(`the signature is wrong: ${String(error)}`)
    }
  }
}

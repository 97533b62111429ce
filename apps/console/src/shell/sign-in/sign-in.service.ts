// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Inject, Injectable } from '@nestjs/common'
import { edgeToken, type Edge } from '../edge'
import { isSecure, makeLocalProvider, type LocalProvider } from './local-provider'
import { providerMemory } from './provider-memory'
import { RelyingParty } from './relying-party'

/** Who says who people are: the provider of the settings, or the local one, made when it is first asked for. */
@Injectable()
export class SignInProviders {
  /** Both written once, when somebody first signs in: nobody pays for what nobody uses. */
  private local: Promise<LocalProvider> | null = null
  private party: Promise<RelyingParty> | null = null

  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  get isSecure(): boolean {
    return isSecure(this.edge.address())
  }

  /** The issuer under which people of a sign-in are registered. */
  get registeredIssuer(): string {
    return this.edge.environment.signIn?.issuer ?? 'local'
  }

  relyingParty(): Promise<RelyingParty> {
    this.party ??= this.makeParty()
    return this.party
  }

  /** The local provider; undefined where the settings name another. */
  async localProvider(): Promise<LocalProvider | undefined> {
    if (this.edge.environment.signIn !== undefined) return undefined
    const { environment, sessionSecret: secret, bus } = this.edge
    const { keysFolder } = environment
    const memory = providerMemory(bus)
    this.local ??= makeLocalProvider({ address: this.edge.address(), keysFolder, secret, memory })
    return this.local
  }

  /** Answers requests below /oidc, where the local provider lives. */
  async serveLocal(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const local = await this.localProvider()
    if (local === undefined) return false
    await local.provider.callback()(request, response)
    return true
  }

  private async makeParty(): Promise<RelyingParty> {
    const place = { address: this.edge.address(), secret: this.edge.sessionSecret }
    const given = this.edge.environment.signIn
    if (given !== undefined) return new RelyingParty(given, place)
    const local = await this.localProvider()
    if (local === undefined) throw new Error('could not find a provider of sign-ins')
    const { issuer, client } = local
    return new RelyingParty({ issuer, client: client.id, secret: client.secret }, place)
  }
}

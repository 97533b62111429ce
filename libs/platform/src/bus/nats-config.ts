// SPDX-License-Identifier: Apache-2.0

/** Public nkeys that the server's configuration names; the seeds stay in the home's keys folder. */
export interface BrokerKeys {
  readonly hub: string
  readonly callout: string
  readonly system: string
  /** The account key that signs what the auth callout answers. */
  readonly issuer: string
}

/** Where the server listens and stores. */
export interface BrokerPlace {
  readonly port: number
  readonly storeDir: string
}

/**
 * The configuration of the hub's nats-server. Participants sign in to EDGE, which has no JetStream and imports only what they
 * may use: in one shared account a forged reply subject makes the server itself write into another's subject.
 */
export function natsConfig(keys: BrokerKeys, place: BrokerPlace): string {
  const api = ['CONSUMER.INFO', 'CONSUMER.MSG.NEXT']
  return `
host: 127.0.0.1
port: ${String(place.port)}
server_name: corridor
max_payload: 8MB
max_pending: 256MB
write_deadline: "30s"
jetstream { store_dir: ${JSON.stringify(place.storeDir)}, domain: hub }
accounts {
  AUTH { users: [ { nkey: ${keys.callout} } ] }
  HUB {
    jetstream: enabled
    users: [ { nkey: ${keys.hub} } ]
    exports: [
      { service: "corridor.submit.*.*", accounts: [EDGE] }
      { service: "$JS.API.CONSUMER.INFO.>", accounts: [EDGE] }
      { service: "$JS.API.CONSUMER.MSG.NEXT.>", response_type: stream, accounts: [EDGE] }
      { service: "$JS.ACK.>", accounts: [EDGE] }
    ]
  }
  EDGE {
    imports: [
      { service: { account: HUB, subject: "corridor.submit.*.*" } }
${api.map((one) => `      { service: { account: HUB, subject: "$JS.API.${one}.>" }, to: "HUBJS.${one}.>" }`).join('\n')}
      { service: { account: HUB, subject: "$JS.ACK.>" } }
    ]
  }
  SYS { users: [ { nkey: ${keys.system} } ] }
}
system_account: SYS
authorization {
  timeout: 5
  auth_callout { issuer: ${keys.issuer}, account: AUTH, auth_users: [ ${keys.callout}, ${keys.hub}, ${keys.system} ] }
}
`.trimStart()
}

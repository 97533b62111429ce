-- What the migrations of access come to, read from pg_catalog by deploy/local/schema.mjs.
-- Change it by a new migration, never here.

create table access.agreement (
  id text not null,
  salt text not null,
  status text not null,
  state jsonb not null,
  proposed_at timestamp with time zone not null,
  due_at timestamp with time zone,
  constraint agreement_pkey PRIMARY KEY (id)
);

create table access.agreement_act (
  agreement text not null,
  number integer not null,
  act text not null,
  by text,
  at timestamp with time zone not null,
  detail jsonb not null,
  kid text,
  bytes bytea,
  signature text,
  passkey text,
  constraint agreement_act_pkey PRIMARY KEY (agreement, number),
  constraint agreement_act_agreement_fkey FOREIGN KEY (agreement) REFERENCES access.agreement(id),
  constraint agreement_act_by_fkey FOREIGN KEY (by) REFERENCES access.participant(id),
  constraint agreement_act_kid_fkey FOREIGN KEY (kid) REFERENCES access.signing_key(kid),
  constraint agreement_act_passkey_fkey FOREIGN KEY (passkey) REFERENCES access.passkey(kid)
);

create table access.code_extension (
  "position" bigint not null,
  extension jsonb not null,
  added_at timestamp with time zone not null,
  constraint code_extension_pkey PRIMARY KEY ("position")
);

create table access.counter (
  single boolean not null default true,
  "position" bigint not null,
  constraint counter_pkey PRIMARY KEY (single),
  constraint counter_single_check CHECK (single)
);

create table access.cursor (
  source text not null,
  "position" bigint not null,
  stream_created timestamp with time zone not null,
  stream_seq bigint not null,
  constraint cursor_pkey PRIMARY KEY (source)
);

create table access.invitation (
  code_hash text not null,
  participant text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  roles text[] not null,
  office text,
  holder text,
  constraint invitation_pkey PRIMARY KEY (code_hash),
  constraint invitation_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id),
  constraint invitation_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ '{publisher,approver,reviewer,signatory,observer,operator}'::text[])))
);

create table access.key_act (
  "position" bigint not null,
  kid text not null,
  participant text not null,
  act text not null,
  at timestamp with time zone not null,
  bytes bytea not null,
  constraint key_act_pkey PRIMARY KEY ("position"),
  constraint key_act_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id)
);

create table access.migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table access.office (
  participant text not null,
  code text not null,
  name text not null,
  constraint office_pkey PRIMARY KEY (participant, code),
  constraint office_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id)
);

create table access.office_act (
  participant text not null,
  contract text not null,
  number integer not null,
  office text,
  at timestamp with time zone not null,
  kid text,
  passkey text,
  bytes bytea not null,
  signature text not null,
  constraint office_act_pkey PRIMARY KEY (participant, contract, number),
  constraint office_act_kid_fkey FOREIGN KEY (kid) REFERENCES access.signing_key(kid),
  constraint office_act_participant_office_fkey FOREIGN KEY (participant, office) REFERENCES access.office(participant, code),
  constraint office_act_passkey_fkey FOREIGN KEY (passkey) REFERENCES access.passkey(kid)
);

create table access.outbox (
  "position" bigint not null,
  subject text not null,
  typ text,
  body bytea not null,
  previous_fact bigint,
  signature text,
  stream_created timestamp with time zone,
  stream_seq bigint,
  relayed_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  first_position bigint,
  lengths integer[],
  withdrawn_at timestamp with time zone,
  taken_out_at timestamp with time zone,
  was_fetched boolean,
  sent_again integer not null default 0,
  failures integer not null default 0,
  failure text,
  dead_at timestamp with time zone,
  taken_elsewhere boolean not null default false,
  constraint outbox_pkey PRIMARY KEY ("position")
);

create table access.participant (
  id text not null,
  kind text not null,
  name text not null,
  members text[] not null default '{}'::text[],
  registered_at timestamp with time zone not null,
  approval_required_since timestamp with time zone,
  organisation text,
  production_since timestamp with time zone,
  production_by text,
  production_reason text,
  suspended_since timestamp with time zone,
  suspended_by text,
  suspension_reason text,
  constraint participant_pkey PRIMARY KEY (id),
  constraint participant_id_check CHECK ((id ~ '^[A-Z0-9]{2,16}$'::text)),
  constraint participant_kind_check CHECK ((kind = ANY (ARRAY['state'::text, 'committee'::text, 'secretariat'::text, 'partner'::text, 'operator'::text]))),
  constraint participant_organisation_check CHECK ((organisation = ANY (ARRAY['employers'::text, 'workers'::text, 'migrants'::text, 'recruiters'::text, 'research'::text])))
);

create table access.participant_contract (
  participant text not null,
  contract text not null,
  version text not null,
  accepted_at timestamp with time zone not null,
  constraint participant_contract_pkey PRIMARY KEY (participant, contract),
  constraint participant_contract_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id)
);

create table access.passkey (
  kid text not null,
  credential text not null,
  person text not null,
  participant text not null,
  office text not null,
  name text not null,
  jwk jsonb not null,
  rp_id text not null,
  origin text not null,
  counter bigint not null,
  synced boolean not null,
  registered_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  removed_at timestamp with time zone,
  removed_by text,
  removal_reason text,
  lost_from timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (kid),
  constraint passkey_credential_key UNIQUE (credential),
  constraint passkey_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES access.signing_key(kid),
  constraint passkey_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id),
  constraint passkey_person_fkey FOREIGN KEY (person) REFERENCES access.person(id)
);

create table access.person (
  id text not null,
  issuer text not null,
  subject text not null,
  participant text not null,
  office text not null,
  roles text[] not null,
  name text not null,
  registered_at timestamp with time zone not null,
  registered_by text not null,
  ended_at timestamp with time zone,
  ended_by text,
  passphrase_hash text,
  tries integer not null default 0,
  last_try timestamp with time zone,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id),
  constraint person_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ '{publisher,approver,reviewer,signatory,observer,operator}'::text[])))
);

create table access.re_enrolment (
  id text not null,
  participant text not null,
  office text not null,
  roles text[] not null,
  holder text not null,
  reason text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  seconded_by text,
  seconded_at timestamp with time zone,
  constraint re_enrolment_pkey PRIMARY KEY (id),
  constraint re_enrolment_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.signing_key(kid),
  constraint re_enrolment_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id),
  constraint re_enrolment_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES access.signing_key(kid)
);

create table access.registration (
  kid text not null,
  claim jsonb not null,
  applied_at timestamp with time zone not null,
  decision text,
  decided_at timestamp with time zone,
  decided_by text,
  reason text,
  constraint registration_pkey PRIMARY KEY (kid),
  constraint registration_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'refused'::text])))
);

create table access.rehearsal_step (
  participant text not null,
  step text not null,
  done_at timestamp with time zone not null,
  constraint rehearsal_step_pkey PRIMARY KEY (participant, step),
  constraint rehearsal_step_step_check CHECK ((step = ANY (ARRAY['accepted'::text, 'refused'::text, 'revised'::text, 'retracted'::text, 'received'::text, 'verified'::text])))
);

create table access.sign_in_state (
  model text not null,
  id text not null,
  payload jsonb not null,
  uid text,
  grant_id text,
  expires_at timestamp with time zone not null,
  constraint sign_in_state_pkey PRIMARY KEY (model, id)
);

create table access.signin_key (
  nkey text not null,
  participant text not null,
  office text not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  revoked_from timestamp with time zone,
  kid text,
  constraint signin_key_pkey PRIMARY KEY (nkey),
  constraint signin_key_kid_fkey FOREIGN KEY (kid) REFERENCES access.signing_key(kid),
  constraint signin_key_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id),
  constraint signin_key_participant_office_fkey FOREIGN KEY (participant, office) REFERENCES access.office(participant, code)
);

create table access.signing_key (
  kid text not null,
  participant text not null,
  office text not null,
  jwk jsonb not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  revoked_from timestamp with time zone,
  roles text[] not null,
  holder text,
  revoked_at timestamp with time zone,
  revoked_by text,
  revocation_reason text,
  replaced_by text,
  constraint signing_key_pkey PRIMARY KEY (kid),
  constraint signing_key_participant_fkey FOREIGN KEY (participant) REFERENCES access.participant(id),
  constraint signing_key_participant_office_fkey FOREIGN KEY (participant, office) REFERENCES access.office(participant, code),
  constraint signing_key_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES access.signing_key(kid),
  constraint signing_key_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ '{publisher,approver,reviewer,signatory,observer,operator}'::text[])))
);

create table access.used_nonce (
  nonce text not null,
  expires_at timestamp with time zone not null,
  constraint used_nonce_pkey PRIMARY KEY (nonce)
);

CREATE INDEX agreement_due ON access.agreement USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX key_act_of_participant ON access.key_act USING btree (participant, "position");

CREATE INDEX outbox_dead ON access.outbox USING btree ("position") WHERE (dead_at IS NOT NULL);

CREATE INDEX outbox_facts ON access.outbox USING btree ("position") WHERE (typ IS NULL);

CREATE INDEX outbox_open ON access.outbox USING btree (subject, stream_seq) WHERE ((typ IS NOT NULL) AND (relayed_at IS NOT NULL) AND (acknowledged_at IS NULL));

CREATE INDEX outbox_pending ON access.outbox USING btree ("position") WHERE ((relayed_at IS NULL) AND (withdrawn_at IS NULL) AND (dead_at IS NULL));

CREATE INDEX outbox_standing ON access.outbox USING btree ("position") WHERE (subject = 'access.agreement-standing.v1'::text);

CREATE INDEX outbox_to_take_out ON access.outbox USING btree ("position") WHERE (((withdrawn_at IS NOT NULL) OR taken_elsewhere) AND (taken_out_at IS NULL));

CREATE INDEX outbox_unacknowledged ON access.outbox USING btree ("position") WHERE ((typ IS NOT NULL) AND (acknowledged_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX passkey_of_person ON access.passkey USING btree (person);

CREATE UNIQUE INDEX person_of_subject ON access.person USING btree (issuer, subject) WHERE (ended_at IS NULL);

CREATE INDEX registration_waiting ON access.registration USING btree (applied_at) WHERE (decision IS NULL);

CREATE INDEX sign_in_state_expiry ON access.sign_in_state USING btree (expires_at);

CREATE INDEX sign_in_state_grant ON access.sign_in_state USING btree (grant_id) WHERE (grant_id IS NOT NULL);

CREATE INDEX used_nonce_expiry ON access.used_nonce USING btree (expires_at);

create view access.agreement_act_v1 as
 SELECT agreement,
    number,
    act,
    by,
    at,
    detail,
    COALESCE(kid, passkey) AS kid,
    replace(encode(bytes, 'base64'::text), chr(10), ''::text) AS bytes,
    signature,
        CASE
            WHEN passkey IS NOT NULL THEN 'passkey'::text
            WHEN kid IS NOT NULL THEN 'office-key'::text
            ELSE NULL::text
        END AS signed_with
   FROM access.agreement_act;

create view access.agreement_v1 as
 SELECT id,
    state -> 'terms'::text AS terms,
    state ->> 'digest'::text AS digest,
    salt,
    (state ->> 'revision'::text)::integer AS revision,
    state ->> 'proposedBy'::text AS proposed_by,
    proposed_at,
        CASE
            WHEN (status = ANY (ARRAY['in-force'::text, 'provisional'::text])) AND jsonb_array_length(state -> 'suspendedBy'::text) > 0 THEN 'suspended'::text
            ELSE status
        END AS state,
    ARRAY( SELECT jsonb_array_elements_text(a.state -> 'parties'::text) AS jsonb_array_elements_text) AS parties,
    state -> 'reservations'::text AS reservations,
    state -> 'accessions'::text AS accessions,
    state -> 'notices'::text AS notices,
    state -> 'suspendedBy'::text AS suspended_by,
    (state ->> 'until'::text)::timestamp with time zone AS until,
    ( SELECT max(t.at) AS max
           FROM access.agreement_act t
          WHERE t.agreement = a.id AND t.act = 'entered-into-force'::text) AS in_force_at,
    (state ->> 'at'::text)::timestamp with time zone AS ended_at,
    ( SELECT jsonb_build_object('act', t.act, 'by', t.by, 'at', t.at, 'reason', t.detail ->> 'reason'::text) AS jsonb_build_object
           FROM access.agreement_act t
          WHERE t.agreement = a.id
          ORDER BY t.number DESC
         LIMIT 1) AS last_act,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('participant', t.by, 'kid', COALESCE(t.kid, t.passkey), 'signature', t.signature, 'signedAt', t.at, 'with',
                CASE
                    WHEN t.passkey IS NULL THEN 'office-key'::text
                    ELSE 'passkey'::text
                END) ORDER BY t.number) AS jsonb_agg
           FROM access.agreement_act t
          WHERE t.agreement = a.id AND t.act = 'signed'::text AND t.number > (( SELECT max(p.number) AS max
                   FROM access.agreement_act p
                  WHERE p.agreement = a.id AND p.act = 'proposed'::text))), '[]'::jsonb) AS signatures
   FROM access.agreement a;

create view access.code_extension_v1 as
 SELECT "position",
    extension,
    added_at
   FROM access.code_extension;

create view access.doubtful_act_v1 as
 SELECT t.agreement,
    t.by AS participant,
    t.act,
    t.kid,
    t.at,
    k.revoked_from
   FROM access.agreement_act t
     JOIN access.signing_key k ON k.kid = t.kid
  WHERE k.revoked_from IS NOT NULL AND t.at >= k.revoked_from
UNION ALL
 SELECT t.agreement,
    t.by AS participant,
    t.act,
    t.passkey AS kid,
    t.at,
    p.lost_from AS revoked_from
   FROM access.agreement_act t
     JOIN access.passkey p ON p.kid = t.passkey
  WHERE p.lost_from IS NOT NULL AND t.at >= p.lost_from;

create view access.invitation_v1 as
 SELECT participant,
    roles,
    office,
    holder,
    expires_at,
    used_at
   FROM access.invitation;

create view access.key_act_v1 as
 SELECT "position",
    kid,
    participant,
    act,
    at,
    bytes
   FROM access.key_act;

create view access.office_act_v1 as
 SELECT a.participant,
    a.contract,
    a.number,
    a.office,
    a.at,
    COALESCE(a.kid, a.passkey) AS kid,
    COALESCE(k.holder, p.name) AS name,
    COALESCE(k.office, s.office) AS signed_in
   FROM access.office_act a
     LEFT JOIN access.signing_key k ON k.kid = a.kid
     LEFT JOIN access.passkey s ON s.kid = a.passkey
     LEFT JOIN access.person p ON p.id = s.person;

create view access.office_v1 as
 SELECT participant,
    code,
    name
   FROM access.office;

create view access.participant_v1 as
 SELECT id,
    kind,
    name,
    members,
    registered_at,
    approval_required_since,
    organisation,
    production_since,
    production_reason,
    suspended_since,
    suspension_reason
   FROM access.participant;

create view access.passkey_v1 as
 SELECT k.kid,
    k.credential,
    k.person,
    k.participant,
    k.office,
    k.name,
    k.jwk,
    k.rp_id,
    k.origin,
    k.synced,
    k.registered_at,
    k.confirmed_at,
    k.confirmed_by,
    k.removed_at,
    k.removed_by,
    k.removal_reason,
    n.name AS person_name,
    n.roles,
    n.registered_by AS person_registered_by,
    k.lost_from
   FROM access.passkey k
     JOIN access.person n ON n.id = k.person;

create view access.person_v1 as
 SELECT id,
    issuer,
    subject,
    participant,
    office,
    roles,
    name,
    registered_at,
    ended_at
   FROM access.person;

create view access.re_enrolment_v1 as
 SELECT id,
    participant,
    office,
    roles,
    holder,
    reason,
    asked_by,
    asked_at,
    seconded_by,
    seconded_at
   FROM access.re_enrolment;

create view access.registration_v1 as
 SELECT kid,
    claim,
    applied_at,
    decision,
    decided_at,
    reason
   FROM access.registration;

create view access.rehearsal_step_v1 as
 SELECT participant,
    step,
    done_at
   FROM access.rehearsal_step;

create view access.releasing_office_v1 as
 SELECT participant,
    contract,
    office,
    at
   FROM ( SELECT DISTINCT ON (office_act.participant, office_act.contract) office_act.participant,
            office_act.contract,
            office_act.number,
            office_act.office,
            office_act.at,
            office_act.kid,
            office_act.passkey,
            office_act.bytes,
            office_act.signature
           FROM access.office_act
          ORDER BY office_act.participant, office_act.contract, office_act.number DESC) n
  WHERE office IS NOT NULL;

create view access.signing_key_v1 as
 SELECT kid,
    participant,
    office,
    jwk,
    valid_from,
    valid_until,
    revoked_from,
    roles,
    holder,
    revoked_at,
    revoked_by,
    revocation_reason,
    replaced_by
   FROM access.signing_key;

create view access.standing_told_v1 as
 SELECT o."position",
    ARRAY( SELECT jsonb_array_elements_text((told.one -> 'standing'::text) -> 'parties'::text) AS jsonb_array_elements_text) AS parties
   FROM access.outbox o
     CROSS JOIN LATERAL ( SELECT convert_from(o.body, 'UTF8'::name)::jsonb AS body) read
     CROSS JOIN LATERAL jsonb_array_elements(
        CASE jsonb_typeof(read.body)
            WHEN 'array'::text THEN read.body
            ELSE jsonb_build_array(read.body)
        END) told(one)
  WHERE o.subject = 'access.agreement-standing.v1'::text;

grant delete, insert, select, update on access.agreement to corridor_access;
grant delete, insert, select, update on access.agreement_act to corridor_access;
grant delete, insert, select, update on access.agreement_act_v1 to corridor_access;
grant select on access.agreement_act_v1 to corridor_console;
grant select on access.agreement_act_v1 to corridor_delivery;
grant select on access.agreement_act_v1 to corridor_intake;
grant delete, insert, select, update on access.agreement_v1 to corridor_access;
grant select on access.agreement_v1 to corridor_console;
grant select on access.agreement_v1 to corridor_delivery;
grant select on access.agreement_v1 to corridor_intake;
grant select on access.agreement_v1 to corridor_reconciliation;
grant delete, insert, select, update on access.code_extension to corridor_access;
grant delete, insert, select, update on access.code_extension_v1 to corridor_access;
grant select on access.code_extension_v1 to corridor_console;
grant select on access.code_extension_v1 to corridor_delivery;
grant select on access.code_extension_v1 to corridor_intake;
grant delete, insert, select, update on access.counter to corridor_access;
grant delete, insert, select, update on access.cursor to corridor_access;
grant delete, insert, select, update on access.doubtful_act_v1 to corridor_access;
grant select on access.doubtful_act_v1 to corridor_console;
grant select on access.doubtful_act_v1 to corridor_delivery;
grant select on access.doubtful_act_v1 to corridor_intake;
grant delete, insert, select, update on access.invitation to corridor_access;
grant delete, insert, select, update on access.invitation_v1 to corridor_access;
grant select on access.invitation_v1 to corridor_console;
grant select on access.invitation_v1 to corridor_delivery;
grant select on access.invitation_v1 to corridor_intake;
grant delete, insert, select, update on access.key_act to corridor_access;
grant delete, insert, select, update on access.key_act_v1 to corridor_access;
grant select on access.key_act_v1 to corridor_console;
grant select on access.key_act_v1 to corridor_delivery;
grant select on access.key_act_v1 to corridor_intake;
grant delete, insert, select, update on access.migration to corridor_access;
grant delete, insert, select, update on access.office to corridor_access;
grant delete, insert, select, update on access.office_act to corridor_access;
grant delete, insert, select, update on access.office_act_v1 to corridor_access;
grant select on access.office_act_v1 to corridor_console;
grant select on access.office_act_v1 to corridor_delivery;
grant select on access.office_act_v1 to corridor_intake;
grant delete, insert, select, update on access.office_v1 to corridor_access;
grant select on access.office_v1 to corridor_console;
grant select on access.office_v1 to corridor_delivery;
grant select on access.office_v1 to corridor_intake;
grant delete, insert, select, update on access.outbox to corridor_access;
grant delete, insert, select, update on access.participant to corridor_access;
grant delete, insert, select, update on access.participant_contract to corridor_access;
grant delete, insert, select, update on access.participant_v1 to corridor_access;
grant select on access.participant_v1 to corridor_console;
grant select on access.participant_v1 to corridor_delivery;
grant select on access.participant_v1 to corridor_intake;
grant delete, insert, select, update on access.passkey to corridor_access;
grant delete, insert, select, update on access.passkey_v1 to corridor_access;
grant select on access.passkey_v1 to corridor_console;
grant select on access.passkey_v1 to corridor_delivery;
grant select on access.passkey_v1 to corridor_intake;
grant delete, insert, select, update on access.person to corridor_access;
grant delete, insert, select, update on access.person_v1 to corridor_access;
grant select on access.person_v1 to corridor_console;
grant select on access.person_v1 to corridor_delivery;
grant select on access.person_v1 to corridor_intake;
grant delete, insert, select, update on access.re_enrolment to corridor_access;
grant delete, insert, select, update on access.re_enrolment_v1 to corridor_access;
grant select on access.re_enrolment_v1 to corridor_console;
grant select on access.re_enrolment_v1 to corridor_delivery;
grant select on access.re_enrolment_v1 to corridor_intake;
grant delete, insert, select, update on access.registration to corridor_access;
grant delete, insert, select, update on access.registration_v1 to corridor_access;
grant select on access.registration_v1 to corridor_console;
grant select on access.registration_v1 to corridor_delivery;
grant select on access.registration_v1 to corridor_intake;
grant delete, insert, select, update on access.rehearsal_step to corridor_access;
grant delete, insert, select, update on access.rehearsal_step_v1 to corridor_access;
grant select on access.rehearsal_step_v1 to corridor_console;
grant select on access.rehearsal_step_v1 to corridor_delivery;
grant select on access.rehearsal_step_v1 to corridor_intake;
grant delete, insert, select, update on access.releasing_office_v1 to corridor_access;
grant select on access.releasing_office_v1 to corridor_console;
grant select on access.releasing_office_v1 to corridor_delivery;
grant select on access.releasing_office_v1 to corridor_intake;
grant delete, insert, select, update on access.sign_in_state to corridor_access;
grant delete, insert, select, update on access.signin_key to corridor_access;
grant delete, insert, select, update on access.signing_key to corridor_access;
grant delete, insert, select, update on access.signing_key_v1 to corridor_access;
grant select on access.signing_key_v1 to corridor_console;
grant select on access.signing_key_v1 to corridor_delivery;
grant select on access.signing_key_v1 to corridor_intake;
grant delete, insert, select, update on access.standing_told_v1 to corridor_access;
grant select on access.standing_told_v1 to corridor_console;
grant select on access.standing_told_v1 to corridor_delivery;
grant select on access.standing_told_v1 to corridor_intake;
grant delete, insert, select, update on access.used_nonce to corridor_access;

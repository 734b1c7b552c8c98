-- Remote signing (ký số từ xa): which credential an officer signs with, and papers that wait for the answer of a phone.
create table papers.remote_credentials (
  tenant smallint not null,
  person uuid not null,
  account text not null,
  credential text not null,
  certificate text not null,
  chain jsonb not null,
  algorithm text not null check (algorithm in ('rsa-sha256', 'ecdsa-sha256')),
  signer text not null,
  valid_until timestamptz not null,
  together integer not null,
  since timestamptz not null,
  primary key (tenant, person)
);
comment on table papers.remote_credentials is 'With which credential of the remote signing service an officer signs';
comment on column papers.remote_credentials.account is 'Name of the officer''s account at the service';
comment on column papers.remote_credentials.together is 'How many signatures one confirmation may cover';
comment on column papers.remote_credentials.certificate is 'Certificate in base64 DER, as the service gave it when it was connected';

create table papers.waiting_signatures (
  tenant smallint not null,
  paper uuid not null,
  request uuid not null,
  person uuid not null,
  fingerprint text not null,
  prepared text not null,
  hole jsonb not null,
  to_sign text not null,
  result jsonb not null,
  handle text,
  sad text,
  value text,
  asked_at timestamptz not null,
  until timestamptz not null,
  primary key (tenant, paper)
);
comment on table papers.waiting_signatures is 'Papers prepared for a signature that is given on the signer''s phone: their bytes are fixed while they wait';
comment on column papers.waiting_signatures.request is 'One confirmation on the phone may cover several papers';
comment on column papers.waiting_signatures.fingerprint is 'SHA-256 of what was typeset and for whom: a paper that was changed meanwhile is prepared anew';
comment on column papers.waiting_signatures.prepared is 'Hash of the prepared bytes in the store';
comment on column papers.waiting_signatures.to_sign is 'What is signed, base64';
comment on column papers.waiting_signatures.handle is 'Under which the service is asked whether the signer has confirmed';
comment on column papers.waiting_signatures.sad is 'Signature activation data, when the service gave them at once';
comment on column papers.waiting_signatures.value is 'The signature value, once it has come, base64';
create index on papers.waiting_signatures (tenant, request);

grant select, insert, update, delete on papers.remote_credentials, papers.waiting_signatures to toantrinh;

-- Remote signing in asynchronous mode: a service may take a while between the confirmation and the signature value.
alter table papers.waiting_signatures add column response text;
comment on column papers.waiting_signatures.response is 'Under which the service is asked for the signature values once it has taken the confirmation; the activation data are used up then';

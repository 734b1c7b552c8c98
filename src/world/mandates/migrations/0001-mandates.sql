-- Mandates (uỷ quyền, phân công, phân quyền): who may act or sign for whom, for what, until when, granted by whom. One object
-- for roles, substitution during leave, delegation, representation of an organisation, and signing authority.
create schema mandates;
grant usage on schema mandates to toantrinh;

create table mandates.mandates (
  tenant smallint not null,
  id uuid not null,
  kind text not null check (kind in ('role', 'substitution', 'delegation', 'representation', 'signing')),
  form text check (form in ('KT', 'TL', 'TUQ')),
  agent_kind text not null check (agent_kind in ('person', 'post')),
  agent uuid not null,
  principal_kind text not null check (principal_kind in ('person', 'organisation', 'post', 'agency')),
  principal uuid not null,
  granted_by uuid,
  agency uuid,
  roles text[] not null default '{}',
  acts text[],
  procedures text[],
  fields text[],
  documents text[],
  results_to text not null default 'principal' check (results_to in ('agent', 'principal')),
  under uuid,
  redelegable boolean not null default false,
  valid_from date not null,
  valid_to date,
  basis text not null,
  revoked_from date,
  revoked_by uuid,
  revocation_reason text,
  primary key (tenant, id),
  foreign key (tenant, under) references mandates.mandates,
  check ((kind = 'signing') = (form is not null)),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table mandates.mandates is 'Uỷ quyền, phân công: ai được hành động hoặc ký thay cho ai, việc gì, đến khi nào, do ai giao';
comment on column mandates.mandates.id is 'Số hiệu nội bộ';
comment on column mandates.mandates.agent_kind is 'Người được giao là cá nhân hay người giữ chức vụ';
comment on column mandates.mandates.principal_kind is 'Bên được làm thay là cá nhân, tổ chức, chức vụ hay cơ quan';
comment on column mandates.mandates.revoked_by is 'Người thu hồi';
comment on column mandates.mandates.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column mandates.mandates.kind is 'Vai trò, làm thay khi vắng mặt, uỷ quyền, đại diện tổ chức, thẩm quyền ký';
comment on column mandates.mandates.form is 'Hình thức ký được giao: KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa uỷ quyền) (Nghị định 30/2020/NĐ-CP, Điều 13)';
comment on column mandates.mandates.agent is 'Người được giao: a person, or whoever holds a post';
comment on column mandates.mandates.principal is 'Người, tổ chức, chức vụ hoặc cơ quan được hành động thay';
comment on column mandates.mandates.granted_by is 'Người giao';
comment on column mandates.mandates.agency is 'Cơ quan mà việc giao có hiệu lực';
comment on column mandates.mandates.roles is 'Vai trò được giao (kind = role)';
comment on column mandates.mandates.acts is 'Các việc được làm; null: mọi việc';
comment on column mandates.mandates.procedures is 'Các thủ tục; null: mọi thủ tục';
comment on column mandates.mandates.fields is 'Các lĩnh vực; null: mọi lĩnh vực';
comment on column mandates.mandates.documents is 'Các loại văn bản: codes of the list document-type; null: every type';
comment on column mandates.mandates.results_to is 'Kết quả trả cho ai: người được uỷ quyền hoặc người uỷ quyền';
comment on column mandates.mandates.under is 'Giao lại từ việc giao nào; it ends with that one';
comment on column mandates.mandates.redelegable is 'Được giao lại hay không; never for TUQ.';
comment on column mandates.mandates.valid_from is 'Ngày bắt đầu';
comment on column mandates.mandates.valid_to is 'Ngày cuối cùng';
comment on column mandates.mandates.basis is 'Văn bản giao, uỷ quyền';
comment on column mandates.mandates.revoked_from is 'Ngày thu hồi: from this day it no longer holds';
comment on column mandates.mandates.revocation_reason is 'Lý do thu hồi';
create index mandates_by_agent on mandates.mandates (tenant, agent);
create index mandates_by_principal on mandates.mandates (tenant, principal);
create index mandates_by_agency on mandates.mandates (tenant, agency) where agency is not null;
create index mandates_by_under on mandates.mandates (tenant, under) where under is not null;

grant select, insert, update on mandates.mandates to toantrinh;

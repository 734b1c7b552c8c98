-- A parent or guardian acts for a child or ward by law, without a mandate (Bộ luật Dân sự 2015, Điều 136).
alter table access.sessions add column ward uuid;
comment on column access.sessions.ward is 'Con chưa thành niên hoặc người được giám hộ mà người này đại diện theo pháp luật trong phiên';

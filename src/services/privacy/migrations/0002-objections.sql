-- The right to object to a use of personal data (phản đối xử lý dữ liệu cá nhân; Law 91/2025/QH15, art. 4).
alter table privacy.requests drop constraint requests_kind_check;
alter table privacy.requests add constraint requests_kind_check check (kind in ('correction', 'erasure', 'restriction', 'objection'));
comment on table privacy.requests is 'Requests to correct, erase or restrict personal data, and objections to a use of them (yêu cầu chỉnh sửa, xóa, hạn chế xử lý, phản đối xử lý dữ liệu cá nhân)';

/** Names of kinds, ranks and roles. */
import type { Text } from '../../ground/text/language.ts';
import type { AgencyKind, AgencyLevel, Change, HoldingKind, Rank, Role, Unit } from './schema.ts';

type Names<Word extends string> = Readonly<Record<Word, Text>>;

export const kindName: Names<AgencyKind> = {
  ministry: { vi: 'Bộ, cơ quan ngang bộ', en: 'Ministry' },
  'peoples-committee': { vi: 'Ủy ban nhân dân', en: 'People’s committee' },
  'peoples-council': { vi: 'Hội đồng nhân dân', en: 'People’s council' },
  department: { vi: 'Sở, phòng, ban', en: 'Department' },
  office: { vi: 'Văn phòng', en: 'Office' },
  'service-centre': { vi: 'Trung tâm phục vụ hành chính công', en: 'Public administration service centre' },
  police: { vi: 'Công an', en: 'Police' },
  insurance: { vi: 'Bảo hiểm xã hội', en: 'Social insurance' },
  party: { vi: 'Cơ quan Đảng', en: 'Party body' },
  presidency: { vi: 'Cơ quan Chủ tịch nước', en: 'Presidency' },
  assembly: { vi: 'Cơ quan Quốc hội', en: 'National Assembly body' },
  court: { vi: 'Tòa án nhân dân', en: 'Court' },
  procuracy: { vi: 'Viện kiểm sát nhân dân', en: 'Procuracy' },
  audit: { vi: 'Kiểm toán nhà nước', en: 'State audit' },
  'political-social': { vi: 'Tổ chức chính trị - xã hội', en: 'Socio-political organisation' },
  social: { vi: 'Tổ chức xã hội', en: 'Social organisation' },
};

export const levelName: Names<AgencyLevel> = {
  central: { vi: 'Trung ương', en: 'Central' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện (trước 01/07/2025)', en: 'District (before 1 July 2025)' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
};

export const regimeName: Names<'head' | 'collective'> = {
  head: { vi: 'Chế độ thủ trưởng', en: 'Led by its head' },
  collective: { vi: 'Chế độ tập thể (ký TM.)', en: 'Collective (signed TM.)' },
};

export const changeName: Names<Change['kind']> = {
  established: { vi: 'Thành lập', en: 'Established' },
  renamed: { vi: 'Đổi tên', en: 'Renamed' },
  moved: { vi: 'Chuyển cơ quan cấp trên', en: 'Moved under another agency' },
  abolished: { vi: 'Kết thúc hoạt động', en: 'Abolished' },
};

export const unitKindName: Names<Unit['kind']> = {
  division: { vi: 'Phòng, ban', en: 'Division' },
  clerical: { vi: 'Văn thư', en: 'Clerical office' },
  'one-stop': { vi: 'Bộ phận Một cửa', en: 'One-stop unit' },
};

export const rankName: Names<Rank> = {
  head: { vi: 'Người đứng đầu cơ quan', en: 'Head of the agency' },
  deputy: { vi: 'Cấp phó của cơ quan', en: 'Deputy of the agency' },
  'unit-head': { vi: 'Người đứng đầu đơn vị', en: 'Head of a unit' },
  'unit-deputy': { vi: 'Cấp phó của đơn vị', en: 'Deputy of a unit' },
  staff: { vi: 'Chuyên viên, nhân viên', en: 'Staff' },
};

export const roleName: Names<Role> = {
  counter: { vi: 'Cán bộ Bộ phận Một cửa', en: 'Counter officer' },
  'case-officer': { vi: 'Chuyên viên thụ lý', en: 'Case officer' },
  leader: { vi: 'Lãnh đạo, người ký', en: 'Leader' },
  clerk: { vi: 'Văn thư', en: 'Clerk' },
  archivist: { vi: 'Lưu trữ', en: 'Archivist' },
  editor: { vi: 'Biên tập viên cổng', en: 'Editor' },
  inspector: { vi: 'Thanh tra, kiểm tra', en: 'Inspector' },
  'data-steward': { vi: 'Quản trị dữ liệu', en: 'Data steward' },
  'it-admin': { vi: 'Quản trị hệ thống', en: 'IT administrator' },
  registrar: { vi: 'Công chức tư pháp - hộ tịch', en: 'Civil status registrar' },
};

export const holdingName: Names<HoldingKind> = {
  appointed: { vi: 'Bổ nhiệm', en: 'Appointed' },
  acting: { vi: 'Giao quyền', en: 'Acting' },
  'in-charge': { vi: 'Giao phụ trách', en: 'In charge' },
  seconded: { vi: 'Biệt phái', en: 'Seconded' },
};

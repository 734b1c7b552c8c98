/**
 * Topics and events of life by which people look for services (B1: classified by user, topic). A procedure that nobody has
 * classified belongs to the topics of its domain; the local layer may say otherwise.
 */
import { fold } from '../../ground/text/fold.ts';
import type { Text } from '../../ground/text/language.ts';
import type { LocalContent, NationalContent } from './schema.ts';

/** One class: its code in addresses, its name, and the domains (lĩnh vực) and words of names that belong to it. */
type Class = {
  readonly code: string;
  readonly name: Text;
  readonly domains: readonly string[];
  readonly names: RegExp | null;
};

const one = (
  code: string,
  vi: string,
  en: string,
  domains: readonly string[],
  names: RegExp | null = null,
): Class => ({
  code,
  name: { vi, en },
  domains: domains.map(fold),
  names,
});

/** Topics (chủ đề). */
export const topics: readonly Class[] = [
  one('ho-tich', 'Hộ tịch, quốc tịch, con nuôi', 'Civil status, nationality, adoption', [
    'Hộ tịch',
    'Quốc tịch',
    'Nuôi con nuôi',
  ]),
  one('cu-tru-giay-to', 'Cư trú và giấy tờ tùy thân', 'Residence and identity papers', [
    'Đăng ký, quản lý cư trú',
    'Cấp, quản lý căn cước',
    'Định danh và xác thực điện tử',
    'Quản lý xuất nhập cảnh',
    'Lý lịch tư pháp',
  ]),
  one('dat-nha', 'Đất đai, nhà ở, xây dựng', 'Land, housing, building', [
    'Đất đai',
    'Nhà ở và công sở',
    'Hoạt động xây dựng',
    'Quy hoạch đô thị và nông thôn',
    'Kinh doanh bất động sản',
    'Tài chính đất đai',
    'Đăng ký biện pháp bảo đảm',
    'Kiến trúc',
  ]),
  one('chung-thuc', 'Chứng thực, công chứng, pháp luật', 'Certification, notaries, legal help', [
    'Chứng thực',
    'Công chứng',
    'Luật sư',
    'Trợ giúp pháp lý',
    'Tư vấn pháp luật',
    'Hòa giải ở cơ sở',
    'Thi hành án dân sự',
    'Thừa phát lại',
    'Tòa án',
  ]),
  one('bao-hiem', 'Bảo hiểm xã hội, y tế, trợ cấp', 'Social and health insurance, benefits', [
    'Thực hiện chính sách BHXH',
    'Thực hiện chính sách BHYT',
    'Chi trả các chế độ BHXH',
    'Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN',
    'Bảo trợ xã hội',
    'Người có công',
    'Giảm nghèo',
    'Chính sách',
  ]),
  one('xe-lai-xe', 'Xe, lái xe, vận tải', 'Vehicles, driving, transport', [
    'Đăng ký, quản lý phương tiện giao thông cơ giới, xe máy chuyên dùng',
    'Sát hạch, cấp giấy phép lái xe',
    'Đường bộ',
    'Đăng kiểm',
    'Bảo đảm trật tự, an toàn giao thông đường bộ',
    'Hàng hải và đường thủy nội địa',
    'Đường sắt',
    'Hàng không',
  ]),
  one(
    'kinh-doanh',
    'Hộ kinh doanh, doanh nghiệp, hợp tác xã',
    'Household businesses, companies, co-operatives',
    [
      'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
      'Thành lập và hoạt động của doanh nghiệp',
      'Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã',
      'Hỗ trợ doanh nghiệp nhỏ và vừa',
      'Đầu tư tại Việt nam',
      'Quản lý ngành nghề đầu tư, kinh doanh có điều kiện về an ninh, trật tự',
      'Lưu thông hàng hóa trong nước',
      'An toàn thực phẩm',
      'Quảng cáo',
    ],
  ),
  one('thue', 'Thuế, phí, hải quan', 'Taxes, fees, customs', [
    'Thuế',
    'Hải quan',
    'Quản lý thuế, phí, lệ phí và thu khác của ngân sách nhà nước',
    'Kho bạc Nhà nước',
  ]),
  one('viec-lam', 'Việc làm, lao động, học tập', 'Work and study', [
    'Việc làm',
    'Lao động',
    'Giáo dục',
    'Giáo dục và Đào tạo',
    'Học bổng',
    'Tuyển sinh quân sự',
  ]),
  one('nong-nghiep', 'Nông nghiệp, thủy sản, rừng', 'Farming, fisheries, forests', [
    'Trồng trọt và Bảo vệ thực vật',
    'Trồng trọt',
    'Chăn nuôi',
    'Thú y',
    'Thủy sản',
    'Lâm nghiệp',
    'Kiểm lâm',
    'Thủy lợi',
    'Nông nghiệp',
    'Quản lý chất lượng nông lâm sản và thủy sản',
  ]),
  one('moi-truong', 'Môi trường, nước, khoáng sản', 'Environment, water, minerals', [
    'Môi trường',
    'Tài nguyên nước',
    'Địa chất và khoáng sản',
    'Biển và hải đảo',
    'Biến đổi khí hậu',
    'Bảo tồn thiên nhiên và Đa dạng sinh học',
    'Hạ tầng kỹ thuật',
  ]),
  one('an-ninh', 'An ninh, quốc phòng, phòng cháy', 'Security, defence, fire safety', [
    'Nghĩa vụ quân sự',
    'Dân quân tự vệ',
    'Phòng cháy, chữa cháy',
    'Quản lý vũ khí, vật liệu nổ, công cụ hỗ trợ và pháo',
    'Đăng ký, quản lý con dấu',
    'Quản lý biên giới',
  ]),
  one(
    'ngan-hang',
    'Ngân hàng, chứng khoán, bảo hiểm thương mại',
    'Banking, securities, insurance companies',
    [
      'Thành lập và hoạt động ngân hàng',
      'Hoạt động ngoại hối',
      'Chứng khoán',
      'Bảo hiểm',
      'Hoạt động tiền tệ',
      'Hoạt động thanh toán',
    ],
  ),
  one('khieu-nai', 'Khiếu nại, tố cáo, bồi thường', 'Complaints, denunciations, compensation', [
    'Khiếu nại',
    'Giải quyết tố cáo',
    'Khiếu nại, tố cáo',
    'Bồi thường nhà nước',
  ]),
];

/** Events of life (sự kiện trong đời). */
export const lifeEvents: readonly Class[] = [
  one(
    'co-con-nho',
    'Có con nhỏ',
    'A child is born',
    [],
    /khai sinh|thai san|nhan cha, me, con|duoi 6 tuoi|can cuoc cho nguoi duoi 14/,
  ),
  one('hoc-tap', 'Đi học', 'Studying', [], /hoc bong|tuyen sinh|cu tuyen/),
  one(
    'ket-hon',
    'Kết hôn, gia đình',
    'Marriage and family',
    [],
    /ket hon|tinh trang hon nhan|nuoi con nuoi|ly hon|giam ho/,
  ),
  one('chuyen-nha', 'Chuyển nhà', 'Moving house', ['Đăng ký, quản lý cư trú']),
  one(
    'mua-xay-nha',
    'Mua đất, xây nhà',
    'Buying land, building a house',
    [],
    /giay phep xay dung|chuyen quyen su dung dat|tach thua|nha o xa hoi|truoc ba nha|bien dong|chuyen muc dich su dung dat/,
  ),
  one(
    'mo-cua-hang',
    'Mở cửa hàng, lập công ty',
    'Opening a shop or company',
    [],
    /thanh lap (ho kinh doanh|doanh nghiep|cong ty|hop tac xa)|dang ky thue lan dau|giay phep ban le|du dieu kien an toan thuc pham/,
  ),
  one(
    'xe-co',
    'Mua xe, lái xe',
    'Buying a vehicle, driving',
    [],
    /dang ky xe|giay phep lai xe|chung nhan dang ky xe/,
  ),
  one('ra-nuoc-ngoai', 'Ra nước ngoài', 'Going abroad', [], /ho chieu|thong hanh|tem .ab.|ly lich tu phap/),
  one(
    'om-dau',
    'Ốm đau, tai nạn',
    'Illness, accident',
    [],
    /om dau|tai nan|bhyt|the bao hiem y te|khuyet tat/,
  ),
  one('nghi-huu', 'Nghỉ hưu', 'Retirement', [], /luong huu|huu tri|nghi huu/),
  one(
    'nguoi-than-mat',
    'Người thân qua đời',
    'A death in the family',
    [],
    /khai tu|tu tuat|mai tang|di san|di chuc|nguoi huong da chet/,
  ),
  one('gap-kho-khan', 'Gặp khó khăn', 'Hardship', [], /ho ngheo|tro giup|tro cap|thiet hai|thu nhap thap/),
];

const classesOf = (classes: readonly Class[], { name, domain }: NationalContent): readonly string[] => {
  const [foldedName, foldedDomain] = [fold(name), fold(domain)];
  return classes
    .filter(({ domains, names }) => domains.includes(foldedDomain) || names?.test(foldedName))
    .map(({ code }) => code);
};

/** Topics of a procedure: those of the local layer, or those of its domain. */
export const topicsOf = (national: NationalContent, local: LocalContent): readonly string[] =>
  local.topics.length > 0 ? local.topics : classesOf(topics, national);

/** Events of life in which a procedure is needed. */
export const lifeEventsOf = (national: NationalContent, local: LocalContent): readonly string[] =>
  local.lifeEvents.length > 0 ? local.lifeEvents : classesOf(lifeEvents, national);

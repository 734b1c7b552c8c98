/** What people of the sample do beside the journeys, so that every page has something to show. */
import { attribute, elements, textOf, type Browser, type Screen } from '../src/app/demo/browser.ts';
import { arrived, openLink, type Errand } from './errand-pages.ts';
import { moneyErrands } from './errands-of-money.ts';
import { NEWER } from './newer-process.ts';

/** The person who files the birth registration of the journeys. */
export const FATHER = 'Nguyễn Văn Ví Dụ';
const COUNTER = 'mot-cua.song-mau';
/** Milliseconds. */
const PATIENCE = 60_000;
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
const LEADER = 'pho-chu-tich-1.song-mau';
/** Who decides on copies and answers for what the agency takes. */
const HEAD = 'chu-tich.song-mau';
const CLERK = 'van-thu.song-mau';
const signing = /^\/bien-ban\/[0-9a-f-]{36}\/ky$/;
const paper = /^\/giay-to-da-cap\/[0-9a-f-]{36}$/;
const order = /^\/so-sao\/de-nghi\/[0-9a-f-]{36}$/;
const charge = /^\/thanh-toan\/[0-9a-f-]{36}$/;
const account = /^\/quan-tri\/tai-khoan\/[0-9a-f-]{36}$/;

/** The first value that may be chosen under a name. */
function firstChoice({ document, url }: Screen, name: string): string {
  const radio = elements(document, 'input').find((one) => attribute(one, 'name') === name);
  const list = elements(document, 'select').find((one) => attribute(one, 'name') === name);
  const options = list ? elements(list, 'option').map((one) => attribute(one, 'value')) : [];
  const value = (radio && attribute(radio, 'value')) ?? options.find((one) => one);
  if (!value) throw new Error(`Nothing can be chosen as “${name}” on ${url.pathname}`);
  return value;
}

/** The choice under a name whose words hold these. */
function choiceOf({ document, url }: Screen, name: string, held: string): string {
  const list = elements(document, 'select').find((one) => attribute(one, 'name') === name);
  const found = list && elements(list, 'option').find((one) => textOf(one).includes(held));
  const value = found && attribute(found, 'value');
  if (!value) throw new Error(`“${held}” cannot be chosen as “${name}” on ${url.pathname}`);
  return value;
}

/** The clerk writes minutes as their secretary. Ends where they are signed. */
async function writeMinutes(browser: Browser): Promise<Screen> {
  const form = await browser.open('/bien-ban/moi');
  const filling = {
    abstract: 'Họp xét duyệt hồ sơ tháng 11',
    begins: '08 giờ 00, ngày 23/11/2026',
    where: 'Phòng họp tầng 2',
    present: 'Các thành viên Tổ công tác',
    content: 'Chủ tọa nêu 12 hồ sơ.\nCuộc họp thống nhất 10 hồ sơ.',
    ends: '10 giờ 30, ngày 23/11/2026',
    secretary: choiceOf(form, 'secretary', 'Văn thư'),
    chair: firstChoice(form, 'chair'),
  };
  const drafted = arrived(await browser.press(form, 'Trình ký biên bản', filling), paper);
  return arrived(await browser.follow(drafted, 'Chữ ký'), signing);
}

/** The electronic copy that is in this state, by its words in the list. */
async function orderIn(browser: Browser, state: string): Promise<Screen> {
  const list = await browser.open('/so-sao');
  const row = elements(list.document, 'tr').find((one) => textOf(one).includes(state));
  if (!row) throw new Error(`No copy is in the state “${state}” on ${list.url.pathname}`);
  return browser.open(attribute(elements(row, 'a')[0]!, 'href') ?? '');
}

/** In this order: some go on with what others have begun. */
export const errands: readonly Errand[] = [
  {
    who: FATHER,
    does: 'asks the data steward to correct what is held',
    run: async (browser) => {
      const page = await browser.open('/du-lieu-cua-toi/yeu-cau');
      const filling = {
        kind: firstChoice(page, 'kind'),
        about: firstChoice(page, 'about'),
        wish: 'Số nhà đúng là 12',
      };
      return arrived(await browser.press(page, 'Gửi yêu cầu', filling), /^\/du-lieu-cua-toi$/);
    },
  },
  {
    who: FATHER,
    does: 'says that a database is wrong',
    run: async (browser) => {
      const page = await browser.open('/du-lieu-sai/population');
      const filling = { path: firstChoice(page, 'path'), right: 'Nguyễn Văn Thí Dụ', why: 'Giấy ghi khác' };
      return arrived(await browser.press(page, 'Gửi yêu cầu sửa', filling), /^\/tin-nhan$/);
    },
  },
  {
    who: FATHER,
    does: 'looks at the signed data of a paper of the vault',
    run: async (browser) => {
      const item = await browser.follow(await browser.open('/kho'), 'Giấy khai sinh');
      return arrived(await browser.follow(item, 'Dữ liệu cho phần mềm'), /^\/kho\/[0-9a-f-]{36}\/du-lieu$/);
    },
  },
  {
    who: FATHER,
    does: 'shares a paper of the vault',
    run: async (browser) => {
      const item = await browser.follow(await browser.open('/kho'), 'Giấy khai sinh');
      const form = await browser.follow(item, 'Chia sẻ');
      const reader = { reader: 'Trường Tiểu học Thí Dụ', purpose: 'Nhập học', time: '7' };
      const shared = await browser.press(form, 'Tạo đường dẫn', reader);
      const [path = ''] = /\/kho\/chia-se\/[\w-]+/.exec(shared.text) ?? [];
      return arrived(await browser.open(path), /^\/kho\/chia-se\//);
    },
  },
  { who: 'van-thu.song-mau', does: 'opens an issued paper', run: latestBirth },
  {
    who: 'van-thu.song-mau',
    does: 'has the data of a paper signed as XML',
    run: async (browser) => {
      const data = await browser.follow(await latestBirth(browser), 'Dữ liệu cho phần mềm');
      return arrived(await browser.press(data, 'Lấy bản XML'), /^\/giay-to-da-cap\/[0-9a-f-]{36}\/du-lieu$/);
    },
  },
  {
    who: CLERK,
    does: 'writes minutes, does not sign them, and finds them on the desk to be written anew',
    run: async (browser) => {
      const signing = await writeMinutes(browser);
      const refused = await browser.press(signing, 'Không ký', { why: 'Thiếu ý kiến' });
      const desk = await browser.open('/viec');
      if (!desk.text.includes('Thiếu ý kiến')) throw new Error('The refused minutes are not on the desk');
      return arrived(
        await browser.follow(refused, 'Lập lại biên bản'),
        /^\/bien-ban\/[0-9a-f-]{36}\/lap-lai$/,
      );
    },
  },
  {
    who: CLERK,
    does: 'names another secretary for minutes that wait for one',
    run: async (browser) => {
      const minutes = await writeMinutes(browser);
      const form = await browser.follow(minutes, 'Chọn người khác ký thay thư ký');
      const filling = { person: choiceOf(form, 'person', 'Chánh Văn phòng'), why: 'Đã chuyển công tác' };
      const named = await browser.press(form, 'Chọn người khác ký', filling);
      if (!named.text.includes('Thay thư ký')) throw new Error('Nobody reads who signs instead');
      // From here links lead to whatever the drafter can do: another signer for either part, or the end of it.
      return arrived(named, signing);
    },
  },
  {
    who: CLERK,
    does: 'signs other minutes as their secretary',
    run: async (browser) => {
      const signed = await browser.press(await writeMinutes(browser), 'Ký số');
      return arrived(signed, signing);
    },
  },
  {
    who: HEAD,
    does: 'signs the minutes as their chair',
    run: async (browser) => {
      const work = await openLink(browser, await browser.open('/viec'), signing);
      return arrived(await browser.press(work, 'Ký số'), signing);
    },
  },
  {
    who: CLERK,
    does: 'seals the minutes, and writes others in their place',
    run: async (browser) => {
      const work = await openLink(browser, await browser.open('/viec'), /\/phat-hanh$/);
      const issued = arrived(await browser.press(work, 'Cấp số'), paper);
      return arrived(
        await browser.follow(issued, 'Lập biên bản thay thế'),
        /^\/bien-ban\/[0-9a-f-]{36}\/dinh-chinh$/,
      );
    },
  },
  {
    who: 'van-thu.song-mau',
    does: 'drafts a correction of a paper',
    run: async (browser) => {
      const form = await browser.follow(await latestBirth(browser), 'Đính chính, thay thế');
      const line = elements(form.document, 'input').find(
        (one) => attribute(one, 'type') !== 'hidden' && /[a-zà-ỹ]{3}/iu.test(attribute(one, 'value') ?? ''),
      );
      const name = (line && attribute(line, 'name')) ?? '';
      const filling = { error: 'Ghi sai một dòng', [name]: 'Dòng đã sửa cho đúng' };
      return arrived(await browser.press(form, 'Trình ký bản đính chính', filling), paper);
    },
  },
  {
    who: 'van-thu.song-mau',
    does: 'prepares a copy of a paper, and the parts of an extract',
    run: async (browser) => {
      const form = await browser.follow(await latestBirth(browser), 'Sao thành tệp');
      const filling = { kind: 'full-copy', authority: firstChoice(form, 'authority'), reason: 'Lưu hồ sơ' };
      arrived(await browser.press(form, 'Tiếp tục', filling), order);
      const extract = { ...filling, kind: 'extract', part: 'Phần đầu' };
      const parts = await browser.press(form, 'Tiếp tục', extract);
      return arrived(
        await browser.press(parts, 'Thêm dải này', { from: '0', to: '120' }),
        /^\/so-sao\/de-nghi\/[0-9a-f-]{36}\/phan-trich$/,
      );
    },
  },
  {
    who: HEAD,
    does: 'decides on a copy of a paper',
    run: async (browser) =>
      arrived(await browser.press(await orderIn(browser, 'Chờ người'), 'Đồng ý cho sao'), order),
  },
  {
    who: 'van-thu.song-mau',
    does: 'signs a copy of a paper',
    run: async (browser) =>
      arrived(
        await browser.press(await orderIn(browser, 'chờ văn thư ký số'), 'Ký số và vào sổ'),
        /^\/so-sao\/[0-9a-f-]{36}$/,
      ),
  },
  {
    who: COUNTER,
    does: 'takes the fees for copies of births in cash',
    run: async (browser) => {
      const { document, url } = await browser.open('/thanh-toan/quay');
      const due = elements(document, 'tr').filter((one) => textOf(one).includes('Đăng ký khai sinh'));
      let last: Screen | undefined;
      for (const row of due) {
        const form = await browser.open(attribute(elements(row, 'a')[0]!, 'href') ?? '');
        last = arrived(await browser.press(form, 'Đã nhận đủ tiền'), charge);
      }
      if (!last) throw new Error(`No fee of a birth is due under ${url.pathname}`);
      return last;
    },
  },
  {
    who: HEAD,
    does: 'tries another limit on past dossiers',
    run: async (browser) => {
      const form = await browser.open('/chi-dao/quy-trinh/1.001193');
      const tried = arrived(
        await browser.press(form, 'Chạy thử', { term: '3', daysOff: '24/11/2026' }),
        /\/1[.]001193$/,
      );
      const kept = elements(tried.document, 'input').find((one) => attribute(one, 'name') === 'term');
      if (!elements(tried.document, 'h2').some((one) => attribute(one, 'id') === 'result'))
        throw new Error('The trial has no outcome');
      if (!kept || attribute(kept, 'value') !== '3') throw new Error('What was tried is forgotten');
      return tried;
    },
  },
  ...moneyErrands(HEAD),
  {
    who: HEAD,
    does: 'lets a dossier go over to the newer process',
    run: async (browser) => {
      const form = await browser.open(`/quy-trinh-moi/${NEWER}`);
      return arrived(
        await browser.press(form, 'Chuyển cả', { reason: 'Quyết định mẫu 02/QĐ-UBND' }),
        /^\/quy-trinh-moi\/[^/]+\/chuyen\//,
      );
    },
  },
  {
    who: FATHER,
    does: 'looks for a paper of the vault that a form asks for',
    run: async (browser) => {
      const begun = await browser.press(await browser.open('/nop/1.004859'), 'Bắt đầu khai');
      return arrived(await browser.open(`${begun.url.pathname}/tu-kho`), /\/tu-kho$/);
    },
  },
  { who: LEADER, does: 'opens the correction', run: correction },
  {
    who: LEADER,
    does: 'signs the correction',
    run: async (browser) => {
      const form = await browser.follow(await correction(browser), 'Ký bản đính chính');
      return arrived(await browser.press(form, 'Ký số'), paper);
    },
  },
  { who: 'van-thu.song-mau', does: 'opens the signed correction', run: correction },
  {
    who: COUNTER,
    does: 'sees what a registry contradicts',
    // The registry is asked by a job.
    run: (browser) => untilLinked(browser, '/viec', /^\/doi-chieu\//),
  },
  {
    who: COUNTER,
    does: 'takes several things together',
    run: async (browser) => {
      const batch = await browser.press(await browser.open('/viec'), 'Xử lý tất cả theo bộ lọc');
      return arrived(batch, /^\/viec\/hang-loat\//);
    },
  },
  {
    who: COUNTER,
    does: 'asks a colleague',
    run: async (browser) => {
      const work = await openLink(browser, await browser.open('/viec'), /^\/viec\/muc\//);
      const colleague = elements(work.document, 'option').find((one) =>
        textOf(one).startsWith('Đặng Thị Thử'),
      );
      const filling = {
        colleague: (colleague && attribute(colleague, 'value')) ?? '',
        body: 'Giấy chứng sinh này có đủ không?',
      };
      return arrived(await browser.press(work, 'Gửi câu hỏi', filling), /^\/viec\/muc\//);
    },
  },
  {
    who: 'mot-cua-2.song-mau',
    does: 'reads what a colleague asks',
    run: async (browser) =>
      arrived(await openLink(browser, await browser.open('/viec'), /^\/viec\/y-kien\//), /^\/viec\/y-kien\//),
  },
  {
    who: 'bien-tap.tinh',
    does: 'compares the catalogue with the national one',
    run: async (browser) => {
      const page = await browser.open('/quan-tri/thu-tuc/doi-chieu');
      await browser.press(page, 'Đối chiếu ngay');
      // The national catalogue is asked by jobs.
      return untilLinked(browser, page.url.pathname, /^\/quan-tri\/thu-tuc\/doi-chieu\/[\w.]+$/);
    },
  },
  {
    who: 'quan-tri.tinh',
    does: 'drafts a template',
    run: async (browser) => {
      const form = await browser.open('/quan-tri/mau-van-ban/letter');
      return arrived(
        await browser.press(form, 'Lưu bản nháp', { change: 'Thử soạn lại' }),
        /^\/quan-tri\/mau-van-ban\/letter$/,
      );
    },
  },
  {
    who: 'quan-tri-2.tinh',
    does: 'reads the draft of a template',
    run: async (browser) => {
      const template = await browser.open('/quan-tri/mau-van-ban/letter');
      return arrived(await browser.follow(template, 'Ban hành'), /\/ban-hanh$/);
    },
  },
  {
    who: 'quan-tri.tinh',
    does: 'enters a day off of one agency',
    run: async (browser) => {
      const begin = await browser.open('/quan-tri/lich-lam-viec/lich-rieng');
      const calendar = await browser.press(begin, 'Tiếp tục', { identifier: 'H99.61' });
      const form = await browser.follow(calendar, 'Thêm ngày đặc biệt');
      const day = {
        date: '25/02/2027',
        kind: 'HOLIDAY',
        name: 'Ngày truyền thống thí dụ',
        why: 'Quyết định mẫu 12/QĐ-UBND',
        confirm: 'on',
      };
      // Whoever ran this errand before has entered the day already: it is there either way.
      await browser.press(form, 'Thêm ngày đặc biệt', day);
      return arrived(
        await browser.follow(await browser.open(calendar.url.pathname), 'Bỏ ngày đặc biệt'),
        /^\/quan-tri\/lich-lam-viec\/[0-9a-f-]{36}\/bo-ngay$/,
      );
    },
  },
  {
    who: 'quan-tri.tinh',
    does: 'chooses who goes on with what a divided agency left open',
    run: (browser) => untilLinked(browser, '/viec', /^\/viec\/ke-thua\//),
  },
  {
    who: 'quan-tri.tinh',
    does: 'stops an account',
    run: async (browser) => {
      // Somebody whom no journey needs: others walk in the same house.
      const found = await browser.open('/quan-tri/tai-khoan?q=chuyen-vien-bo-tro.so-tu-phap&tt=open');
      const form = await browser.follow(await openLink(browser, found, account), 'Tạm khóa');
      return arrived(await browser.press(form, 'Tạm khóa', { reason: 'Nghỉ dài ngày' }), account);
    },
  },
];

/** Looks at a page until it has a link like this, which a job brings, and opens that. */
async function untilLinked(browser: Browser, page: string, like: RegExp): Promise<Screen> {
  for (const until = Date.now() + PATIENCE; ; await moment()) {
    const linked = await openLink(browser, await browser.open(page), like).catch(() => null);
    if (linked) return arrived(linked, like);
    if (Date.now() > until) throw new Error(`${page} gets no link like ${like.source}`);
  }
}

/** The newest certificate of a birth, which the leader may sign. */
async function latestBirth(browser: Browser): Promise<Screen> {
  const { document, url } = await browser.open('/giay-to-da-cap');
  const row = elements(document, 'tr').find((one) => textOf(one).includes('Giấy khai sinh'));
  if (!row) throw new Error(`No certificate of a birth is listed under ${url.pathname}`);
  return browser.open(attribute(elements(row, 'a')[0]!, 'href') ?? '');
}

/** The paper that corrects it. */
async function correction(browser: Browser): Promise<Screen> {
  return openLink(browser, await latestBirth(browser), paper);
}

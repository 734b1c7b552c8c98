import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { nobody, type By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { Speak } from '../../../ground/ui/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import type { Page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { civilService } from '../../../work/clock/index.ts';
import { catalogueApis } from '../api.ts';
import { publish } from '../commands.ts';
import { editor, lineOf, localOf, nationalOf } from '../fixtures.ts';
import { importProcedures } from '../import/import.ts';
import { catalogueRoom } from '../module.ts';
import { deadlineOf } from './service/deadline.tsx';

const now = systemAt('2026-11-21T03:00:00Z');
const { pages } = catalogueRoom({
  times: async (_, code) => (code === '1.001193' ? { median: 3, p90: 7, n: 120 } : null),
  services: [],
  national: null,
});

type Asked = {
  readonly params?: Visit['params'];
  readonly query?: Visit['query'];
  readonly lang?: Language;
  readonly by?: By;
};

const visitOf = (world: TestWorld, { params = {}, query = {}, lang = 'vi', by = nobody }: Asked): Visit => ({
  edge: world,
  look: { tx: world.tx, tenant: 1, by, now: now.now, requestId: now.requestId },
  by,
  session: null,
  lang,
  path: '/',
  params,
  query,
  tenant: 1,
  now: now.now,
  requestId: now.requestId,
  address: '',
  agent: '',
  csrf: 'csrf',
  cookies: {},
  origin: 'https://songlam.example',
});

const pageAt = (path: string): Page => pages.find((one) => one.path === path) ?? assert.fail(path);

async function show(world: TestWorld, path: string, asked: Asked = {}): Promise<string> {
  const one = pageAt(path);
  const visit = visitOf(world, asked);
  const { body } = one.view(await one.gather(visit), visit, null);
  return renderToString(<Speak lang={visit.lang}>{body}</Speak>);
}

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const withCatalogue = (work: (world: TestWorld) => Promise<void>) =>
  rolledBack(async (world) => {
    const council = {
      ...JSON.parse(lineOf()),
      code: '1.000656',
      name: 'Thủ tục đăng ký khai tử',
      methods: [
        {
          channel: 'in_person',
          time_limit: 1,
          fees: [{ amount: 0, currency: 'VND', note: 'Do HĐND tỉnh quyết định' }],
        },
      ],
    };
    await importProcedures(world, now, [[lineOf(), JSON.stringify(council)].join('\n')]);
    const standIns = [{ kind: 'registry', what: 'population' }] as const;
    const national = {
      ...nationalOf(),
      groups: [{ case: '', components: [{ ...nationalOf().groups[0]!.components[0]!, standIns }] }],
    };
    const eligibility = [
      {
        id: 'a',
        question: { vi: 'Đã khai sinh chưa?', en: 'Registered?' },
        stops: 'yes',
        because: { vi: 'Xin bản sao', en: 'Ask for a copy' },
        basis: 'Điều 16',
        instead: null,
      },
    ] as const;
    await world.act(now, (act) =>
      publish(act, national, localOf({ nameEn: 'Birth registration', eligibility }), '2026-11-21', 'written'),
    );
    await work(world);
  });

describe('a service page', () => {
  it(
    'says what is needed, what it costs, how long it takes by rule and in truth, and who decides',
    withCatalogue(async (world) => {
      const text = textOf(await show(world, '/thu-tuc/:code', { params: { code: '1.001193' } }));
      for (const words of [
        'Đăng ký khai sinh',
        'Miễn phí',
        '3 ngày làm việc',
        '3 giờ',
        'dưới 7 giờ',
        'Giấy chứng sinh : không phải nộp',
        'Cơ sở dữ liệu quốc gia về dân cư',
        'Ủy ban nhân dân cấp xã',
        'Có kết quả trước',
        'Vì sao?',
        '163/QĐ-BTP',
        '60/2014/QH13',
      ]) {
        assert.ok(text.includes(words), `${words} in ${text}`);
      }
    }),
  );
  it(
    'shows a new version with the next request',
    withCatalogue(async (world) => {
      const title = async (): Promise<string> =>
        /<h1[^>]*>([^<]*)/.exec(
          await show(world, '/thu-tuc/:code', { params: { code: '1.001193' }, lang: 'en' }),
        )?.[1] ?? '';
      assert.equal(await title(), 'Birth registration');
      const local = localOf({ nameEn: 'Registration of a birth' });
      await world.act(now, (act) => publish(act, nationalOf(), local, '2026-11-21', 'written'));
      assert.equal(await title(), 'Registration of a birth');
    }),
  );
  it(
    'never calls an unknown fee free, invents no times, and says that nobody has reviewed it',
    withCatalogue(async (world) => {
      const text = textOf(await show(world, '/thu-tuc/:code', { params: { code: '1.000656' } }));
      assert.ok(
        text.includes('Chưa rõ') &&
          text.includes('Không có nghĩa là miễn phí') &&
          text.includes('Do HĐND tỉnh quyết định'),
      );
      assert.ok(!text.includes('Miễn phí') && !text.includes('Thực tế ở đây'));
      assert.ok(
        text.includes('chưa được cơ quan tại tỉnh rà soát') && text.includes('Chưa có biểu mẫu điện tử'),
      );
    }),
  );
  it(
    'is English where there is English, and says so where there is none',
    withCatalogue(async (world) => {
      const named = textOf(await show(world, '/thu-tuc/:code', { params: { code: '1.001193' }, lang: 'en' }));
      assert.ok(named.includes('Birth registration') && named.includes('What you need'));
      const unnamed = textOf(
        await show(world, '/thu-tuc/:code', { params: { code: '1.000656' }, lang: 'en' }),
      );
      assert.ok(unnamed.includes('available in Vietnamese only'));
    }),
  );
  it('reckons the deadline by the clock, and does not guess at a number without unit', () => {
    const of = (methods: unknown) =>
      deadlineOf(
        { ...nationalOf({ methods }), ...localOf() } as never,
        new Date('2026-11-20T02:00:00Z'),
        civilService,
      );
    assert.equal(
      of([{ channel: 'online', time_limit: 3, time_unit: 'working_day' }])?.at.toISOString(),
      '2026-11-26T02:00:00.000Z',
    );
    assert.equal(of([{ channel: 'online', time_limit: 5 }]), null);
  });
});

describe('other pages', () => {
  it(
    'find by words and classify',
    withCatalogue(async (world) => {
      assert.ok(
        textOf(await show(world, '/thu-tuc', { query: { q: 'giay khai sinh' } })).includes(
          'đăng ký khai sinh',
        ),
      );
      assert.ok(textOf(await show(world, '/thu-tuc', { query: { q: 'zzzz' } })).includes('Không tìm thấy'));
      const classes = textOf(await show(world, '/thu-tuc'));
      assert.ok(
        classes.includes('Có con nhỏ') && classes.includes('Hộ tịch') && classes.includes('Bộ Tư pháp'),
      );
      assert.ok(
        textOf(await show(world, '/thu-tuc', { query: { 'su-kien': 'nguoi-than-mat' } })).includes('khai tử'),
      );
    }),
  );
  it(
    'ask whether the service is for one, and cite the article when it is not',
    withCatalogue(async (world) => {
      const at = async (query: Visit['query']) =>
        textOf(await show(world, '/thu-tuc/:code/dieu-kien', { params: { code: '1.001193' }, query }));
      assert.ok((await at({})).includes('Đã khai sinh chưa?'));
      assert.ok((await at({ cau: 'yes' })).includes('Điều 16'));
      assert.ok((await at({ cau: 'no' })).includes('Bạn dùng được dịch vụ này'));
    }),
  );
  it(
    'show versions and what differs',
    withCatalogue(async (world) => {
      const text = textOf(
        await show(world, '/thu-tuc/:code/phien-ban', { params: { code: '1.001193' }, query: { so: '2' } }),
      );
      assert.ok(text.includes('Tên tiếng Anh') && text.includes('Birth registration'));
    }),
  );
  it(
    'of the editor are for editors',
    withCatalogue(async (world) => {
      for (const one of pages.filter(({ path }) => path.startsWith('/quan-tri'))) {
        assert.ok(
          typeof one.who === 'function' &&
            one.who(editor(1)) &&
            !one.who(nobody) &&
            !one.who({ ...editor(1), powers: [] }),
          one.path,
        );
        // The builder opens only a procedure that has a form: its journey shows it.
        if (one.path.includes('/bieu-mau')) continue;
        const html = await show(world, one.path, { params: { code: '1.000656' }, by: editor(1) });
        assert.ok(html.includes('<h1'), one.path);
      }
    }),
  );
});

describe('the API', () => {
  const call = async (
    world: TestWorld,
    path: string,
    asked: Asked = {},
  ): Promise<Record<string, unknown>> => {
    const one = catalogueApis.find((operation) => operation.path === path) ?? assert.fail(path);
    const read = one.input?.read(asked.query ?? {}) ?? { value: {} };
    if ('errors' in read) assert.fail(read.errors[0]?.message.en);
    return (await one.read!(visitOf(world, asked), read.value)) as Record<string, unknown>;
  };
  it(
    'searches, lists and pages',
    withCatalogue(async (world) => {
      const found = await call(world, '/procedures', { query: { q: 'khai sinh' } });
      assert.deepEqual(
        (found['items'] as { code: string; name: string }[]).map(({ code, name }) => [code, name])[0],
        ['1.001193', 'Thủ tục đăng ký khai sinh'],
      );
      const first = await call(world, '/procedures', { query: { limit: '1' } });
      const second = await call(world, '/procedures', {
        query: { limit: '1', after: String(first['next']) },
      });
      assert.deepEqual(
        [first, second].map(({ items }) => (items as { code: string }[]).map(({ code }) => code)),
        [['1.001193'], ['1.000656']],
      );
      assert.equal(second['next'], null);
      assert.deepEqual(
        (await call(world, '/procedures', { query: { after: 'rubbish', limit: '2' } }))['next'],
        null,
      );
    }),
  );
  it(
    'reads a procedure, its versions and its graph',
    withCatalogue(async (world) => {
      const params = { code: '1.001193' };
      assert.equal((await call(world, '/procedures/:code', { params }))['version'], 2);
      assert.equal(
        ((await call(world, '/procedures/:code/versions', { params }))['items'] as unknown[]).length,
        2,
      );
      assert.equal(
        (await call(world, '/procedures/:code/cpsv-ap', { params }))['@type'],
        'cpsv:PublicService',
      );
      await assert.rejects(call(world, '/procedures/:code', { params: { code: '9.999999' } }));
    }),
  );
});

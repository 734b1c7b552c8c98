import { BarChart } from '../figures/bar-chart.tsx';
import { LineChart } from '../figures/line-chart.tsx';
import { PlaceMap } from '../figures/map.tsx';
import type { Geometry } from '../figures/rewind.ts';
import { ShareChart } from '../figures/share-chart.tsx';
import { Sparkline } from '../figures/sparkline.tsx';
import { say, type Sample } from './sample.ts';

const t = {
  byStep: say('Thời gian trung vị ở mỗi bước', 'Median time at each step'),
  step: say('Bước', 'Step'),
  hours: say('Giờ làm việc', 'Working hours'),
  source: say('Số liệu minh hoạ.', 'Figures for illustration.'),
  intake: say('Tiếp nhận và kiểm tra thành phần hồ sơ', 'Intake and check'),
  appraisal: say('Thẩm định', 'Appraisal'),
  signing: say('Trình ký', 'Signature'),
  flow: say('Hồ sơ nhận và trả trong tuần', 'Dossiers received and settled this week'),
  day: say('Ngày', 'Day'),
  received: say('Nhận', 'Received'),
  settled: say('Trả', 'Settled'),
  shares: say('Cách nộp hồ sơ', 'How dossiers are filed'),
  field: say('Lĩnh vực', 'Field'),
  online: say('Trực tuyến', 'Online'),
  counter: say('Tại quầy', 'Counter'),
  post: say('Bưu điện', 'Post'),
  birth: say('Hộ tịch', 'Civil status'),
  building: say('Xây dựng', 'Construction'),
  map: say('Hồ sơ đúng hạn theo xã, phường', 'Dossiers on time by commune'),
  commune: say('Xã, phường', 'Commune'),
  percent: say('Phần trăm', 'Per cent'),
  trend: say('Số hồ sơ tăng từ 3 lên 9 trong bảy ngày', 'Dossiers rose from 3 to 9 in seven days'),
};

const square = (x: number, y: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [105 + x, 18 + y],
      [105.9 + x, 18.1 + y],
      [106 + x, 18.9 + y],
      [105.2 + x, 19 + y],
      [105 + x, 18 + y],
    ],
  ],
});

const places = [
  'Phường An Mẫu',
  'Phường Bình Thử',
  'Xã Đồng Ví Dụ',
  'Xã Hoà Mẫu',
  'Xã Sông Thử',
  'Đặc khu Đảo Mẫu',
];

/** Charts and maps. */
export const figureSamples: readonly Sample[] = [
  {
    name: 'BarChart',
    Show: ({ lang }) => (
      <BarChart
        title={t.byStep[lang]}
        note={t.source[lang]}
        heads={[t.step[lang], t.hours[lang]]}
        items={[
          { label: t.intake[lang], value: 2.5, href: '#sample-barchart' },
          { label: t.appraisal[lang], value: 14, tone: 'late' },
          { label: t.signing[lang], value: 6, tone: 'soon' },
        ]}
      />
    ),
  },
  {
    name: 'LineChart',
    Show: ({ lang }) => (
      <LineChart
        title={t.flow[lang]}
        labelsHead={t.day[lang]}
        labels={['16/11', '17/11', '18/11', '19/11', '20/11', '21/11', '22/11']}
        series={[
          { name: t.received[lang], values: [212, 245, 190, 260, 231, 40, null] },
          { name: t.settled[lang], values: [180, 201, 220, 214, 252, null, null] },
        ]}
      />
    ),
  },
  {
    name: 'ShareChart',
    Show: ({ lang }) => (
      <ShareChart
        title={t.shares[lang]}
        heads={t.field[lang]}
        parts={[t.online[lang], t.counter[lang], t.post[lang]]}
        items={[
          { label: t.birth[lang], parts: [610, 340, 50] },
          { label: t.building[lang], parts: [300, 420, 10] },
        ]}
      />
    ),
  },
  {
    name: 'Sparkline',
    Show: ({ lang }) => (
      <p class="govuk-body">
        {t.received[lang]} <Sparkline values={[3, 4, 4, 6, 5, 8, 9]} label={t.trend[lang]} /> 9
      </p>
    ),
  },
  {
    name: 'PlaceMap',
    Show: ({ lang }) => (
      <PlaceMap
        title={t.map[lang]}
        heads={[t.commune[lang], t.percent[lang]]}
        height={300}
        places={places.map((name, i) => ({
          id: String(i),
          name,
          boundary: square(i % 3, Math.floor(i / 3)),
          value: i === 4 ? null : 88 + i * 2.1,
        }))}
      />
    ),
  },
];

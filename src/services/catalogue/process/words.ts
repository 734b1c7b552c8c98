/** Texts of the process editor. */
import type { Text } from '../../../ground/text/language.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const processWords = {
  title: say('Quy trình nội bộ', 'Internal process'),
  draft: (n: number): Text => say(`Bản soạn phiên bản ${n}`, `Draft of version ${n}`),
  inForce: (n: number): Text => say(`Phiên bản ${n} đang công bố`, `Published version ${n}`),
  stays: say(
    'Hồ sơ đã tiếp nhận giữ nguyên quy trình của phiên bản lúc tiếp nhận. Bản mới chỉ có hiệu lực sau khi người khác rà soát và công bố.',
    'Dossiers already accepted stay on the process of their version. A new one holds only after others have reviewed and published it.',
  ),
  diagram: say('Sơ đồ', 'Diagram'),
  table: say('Bảng các bước', 'Step table'),
  tableHint: say(
    'Xoá tên một bước để bỏ bước đó; dòng trống cuối bảng để thêm bước. Để trống «Bước tiếp theo» thì đi xuống dòng dưới. Rẽ nhánh ghi như: 4 khi duyet = true (Duyệt); 2 (Làm lại). «hết» là kết thúc.',
    'Clear the name of a step to remove it; the empty row adds one. An empty «Next» goes on to the row below. Branches: 4 khi duyet = true (Duyệt); 2 (Làm lại). «hết» is the end.',
  ),
  notATable: say(
    'Quy trình này có phần mà bảng không diễn tả được (song song, sự kiện, quy trình con). Hãy bấm «Vẽ quy trình» để sửa trên sơ đồ.',
    'Parts of this process cannot stand in a table (parallel branches, events, sub-processes). Change them in the drawing (“Draw the process”).',
  ),
  soundness: say('Kiểm tra trước khi công bố', 'Check before publication'),
  sound: say(
    'Quy trình chạy được đến hết trong mọi trường hợp; mọi bước có người làm và thời hạn.',
    'The process comes to its end in every case; every step has a role and a limit.',
  ),
  unsound: say('Chưa công bố được, còn thiếu:', 'It cannot be published yet:'),
  doubts: say(
    'Cần biết thêm, không cản việc công bố:',
    'To know, though it keeps nothing from being published:',
  ),
  columns: {
    step: say('Bước', 'Step'),
    unit: say('Đơn vị', 'Unit'),
    position: say('Vị trí', 'Position'),
    limit: say('Thời gian', 'Time'),
    output: say('Kết quả', 'Output'),
    act: say('Việc', 'Act'),
    next: say('Bước tiếp theo', 'Next'),
  },
  row: (n: number): Text => say(`dòng ${n}`, `row ${n}`),
  rows: say('các bước', 'the steps'),
  cause: say('Căn cứ của thay đổi', 'Basis of the change'),
  causeField: say('căn cứ', 'the basis'),
  save: say('Lưu vào bản soạn', 'Save in the draft'),
  saved: say('Đã lưu vào bản soạn.', 'Saved in the draft.'),
  draw: say('Vẽ quy trình', 'Draw the process'),
  drawing: say('bản vẽ', 'the drawing'),
  file: say('Nhập tệp BPMN', 'Import a BPMN file'),
  fileHint: say(
    'Tệp BPMN 2.0 từ công cụ vẽ khác, nhiều nhất 4 MB. Nội dung riêng của công cụ đó được giữ nguyên.',
    'A BPMN 2.0 file from another drawing tool, at most 4 MB. What that tool wrote for itself is kept.',
  ),
  fileField: say('Tệp BPMN', 'BPMN file'),
  chooseFile: say('Hãy chọn tệp BPMN.', 'Choose a BPMN file.'),
  import: say('Nhập vào bản soạn', 'Import into the draft'),
  several: (ids: string): Text =>
    say(
      `Tệp có nhiều quy trình (${ids}). Hãy để lại một quy trình.`,
      `The file holds several processes (${ids}). Leave one in it.`,
    ),
  mine: say('Tải bản vẽ của bạn về máy (BPMN)', 'Download your drawing (BPMN)'),
  stepTable: say('Về sơ đồ và bảng các bước', 'Back to diagram and step table'),
  export: say('Tải tệp BPMN', 'Download the BPMN file'),
  analysis: say('Thời gian thực tế của các bước', 'Where time really goes'),
} as const;

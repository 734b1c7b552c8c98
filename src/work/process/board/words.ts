/** Texts of the drawing board. */
import type { Text } from '../../../ground/text/language.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const words = {
  sheet: say('Bản vẽ quy trình', 'Drawing of the process'),
  sheetHelp: say(
    'Kéo phần tử từ bảng bên trái vào bản vẽ (nút «Bảng phần tử» ẩn, hiện bảng). Không dùng chuột: chọn phần tử ở ô «Phần tử», rồi dùng «Thêm phía sau» và «Nối đến».',
    'Drag elements from the palette into the drawing (the button “Palette” shows and hides it). Without a mouse: choose an element under “Element”, then use “Add after it” and “Connect to”.',
  ),
  none: say(
    'Trình duyệt này không chạy JavaScript nên không vẽ được ở đây. Hãy sửa bảng các bước, hoặc vẽ bằng công cụ khác rồi nhập tệp BPMN ở dưới.',
    'This browser runs no JavaScript, so nothing can be drawn here. Change the step table, or draw with another tool and import the BPMN file below.',
  ),
  failed: say(
    'Tệp này có phần sai nên không vẽ ra được. Hãy tải tệp về, sửa bằng công cụ khác rồi nhập lại.',
    'Something in this file is wrong, so it cannot be drawn. Download it, mend it with another tool and import it again.',
  ),
  unsaved: say(
    'Chưa lưu được: không ghi được bản vẽ ra tệp. Hãy hoàn tác việc vừa làm rồi lưu lại.',
    'Not saved: the drawing could not be written. Undo what you did last and save again.',
  ),
  joined: say(
    'Hai phần tử này đã nối với nhau theo chiều đó rồi, nên không nối thêm được.',
    'These two are joined in this direction already: no second arrow is drawn.',
  ),
  unjoined: say(
    'Không nối được: không mũi tên nào đi được từ phần tử này đến phần tử kia.',
    'Not joined: no arrow can lead from the one to the other.',
  ),
  list: say('Phần tử', 'Element'),
  process: say('Cả quy trình', 'The whole process'),
  followers: say('Thêm phía sau', 'Add after it'),
  append: say('Thêm', 'Add'),
  targets: say('Nối đến', 'Connect to'),
  connect: say('Nối', 'Connect'),
  edit: say('Sửa bản vẽ', 'Change the drawing'),
  remove: say('Xóa phần tử', 'Remove'),
  undo: say('Hoàn tác', 'Undo'),
  redo: say('Làm lại', 'Redo'),
  error: say('Phải sửa trước khi công bố', 'To be mended before publication'),
  warning: say('Nên xem lại', 'Worth a look'),
  palette: say('Bảng phần tử', 'Palette'),
  show: say('Xem trên bản vẽ', 'Show in the drawing'),
} as const;

/** Turns what PostgreSQL or the system says into one sentence that a person can act on. */
import type { Text } from '../../text/language.ts';

type Known = { readonly sign: RegExp; readonly say: (place: string) => Text };

const known: readonly Known[] = [
  {
    sign: /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|Check free disk space/,
    say: (place) => ({
      vi: `Ổ đĩa chứa ${place} đã đầy. Hãy giải phóng chỗ trống rồi chạy lại.`,
      en: `The disk that holds ${place} is full. Free some space and run the command again.`,
    }),
  },
  {
    sign: /EROFS|Read-only file system/,
    say: (place) => ({
      vi: `Ổ đĩa chứa ${place} chỉ cho đọc. Hãy đặt biến DATA_DIR sang một thư mục ghi được.`,
      en: `The disk that holds ${place} is read-only. Set DATA_DIR to a folder that can be written.`,
    }),
  },
  {
    sign: /EACCES|EPERM|Permission denied|Operation not permitted|has wrong ownership/,
    say: (place) => ({
      vi: `Không có quyền đọc và ghi ${place}. Hãy cấp quyền cho thư mục đó hoặc đặt biến DATA_DIR sang thư mục khác.`,
      en: `There is no permission to read and write ${place}. Grant it, or set DATA_DIR to another folder.`,
    }),
  },
  {
    sign: /ENOTDIR|EEXIST|Not a directory/,
    say: (place) => ({
      vi: `${place} phải là một thư mục, nhưng ở đó hoặc trên đường dẫn tới đó có một tệp.`,
      en: `${place} must be a folder, but there is a file there or on the way to it.`,
    }),
  },
  {
    sign: /Cannot allocate memory|ENOMEM|out of memory/i,
    say: () => ({
      vi: 'Máy không còn đủ bộ nhớ cho cơ sở dữ liệu. Hãy đóng bớt chương trình rồi chạy lại.',
      en: 'The machine has too little free memory for the database. Close other programs and run the command again.',
    }),
  },
  {
    sign: /lock file .* already exists/,
    say: (place) => ({
      vi: `Một máy chủ PostgreSQL khác đang dùng dữ liệu trong ${place}. Hãy dừng máy chủ đó rồi chạy lại.`,
      en: `Another PostgreSQL server is using the data in ${place}. Stop it and run the command again.`,
    }),
  },
  {
    sign: /PANIC|could not locate a valid checkpoint|invalid (data|checkpoint|magic)|incorrect checksum|could not (open|read|find).*(file|directory)|is not a (valid|database cluster)/i,
    say: (place) => ({
      vi: `Dữ liệu trong ${place} bị hỏng nên cơ sở dữ liệu không khởi động được. Hãy khôi phục từ bản sao lưu, hoặc chuyển thư mục đó đi nơi khác để bắt đầu lại.`,
      en: `The data in ${place} are damaged and the database cannot start. Restore a backup, or move the folder away to start afresh.`,
    }),
  },
];

/** The sentence for a failure of the server that lives in `place`, found in what it printed; else where to read on. */
export const serverFailure = (place: string, printed: string, log: string): Text =>
  known.find(({ sign }) => sign.test(printed))?.say(place) ?? {
    vi: `Cơ sở dữ liệu đi kèm không khởi động được. Xem lý do trong ${log}.`,
    en: `The embedded database could not start. The reason is in ${log}.`,
  };

/** The sentence for a folder or file that cannot be made, read or written. */
export const folderFailure = (place: string, error: unknown): Text => {
  const reason = error instanceof Error ? error.message : String(error);
  return (
    known.find(({ sign }) => sign.test(reason))?.say(place) ?? {
      vi: `Không dùng được thư mục ${place}.`,
      en: `The folder ${place} cannot be used.`,
    }
  );
};

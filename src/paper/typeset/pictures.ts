/** Pictures of pages to PDF/A, with the words that stand on them as text below the picture: found and copied, never seen. */
import { Invalid } from '../../ground/operate/errors.ts';
import { compile } from './compiler.ts';
import { templateErrors } from './faults.ts';

/** A word of a page; points from the upper left corner of the page. */
export type PageWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A page; its size in points. `picture` is a JPEG or a PNG and fills it. */
export type PicturePage = {
  readonly picture: Uint8Array;
  readonly kind: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly words: readonly PageWord[];
};

/** What the file says about itself. `date` is a calendar day, `YYYY-MM-DD`: no clock is read. */
export type PictureMeta = {
  readonly title: string;
  readonly author: string;
  readonly keywords: string;
  readonly date: string;
};

/** PDF/A-2, level u: archival, and all its text is Unicode (ISO 19005-2). A picture has no structure that could be tagged. */
const STANDARD = 'a-2u';
/** Milliseconds for one page and for the file itself. */
const LIMIT = { page: 3_000, file: 10_000 };

const MAIN = `#let meta = json("/document.json")
#let day = meta.date.split("-").map(int)
#set document(title: meta.title, author: meta.author, keywords: meta.keywords, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(font: "Tinos", lang: "vi", region: "VN", fallback: false)
#let word(one) = place(top + left, dx: one.left * 1pt, dy: one.top * 1pt, context {
  let body = text(size: one.height * 1pt, top-edge: "ascender", bottom-edge: "descender", one.text)
  let natural = measure(body)
  scale(x: one.width * 1pt, y: natural.height, origin: top + left, body)
})
#for sheet in meta.pages {
  page(width: sheet.width * 1pt, height: sheet.height * 1pt, margin: 0pt, {
    for one in sheet.words { word(one) }
    place(top + left, image(sheet.picture, width: 100%, height: 100%, fit: "stretch"))
  })
}
`;

/** Letters that the font has; what recognition makes of a stamp or a line is none of them. */
const drawable = /^[\p{Script=Latin}\p{Mn}0-9!-/:-@[-`{-~\u00a1-\u00bf\u2013\u2014\u2018-\u201d\u2026₫]+$/u;

/** Makes one PDF/A of pictures of pages. The same pictures and words give the same bytes. Throws Invalid when they are too many. */
export async function typesetPictures(pages: readonly PicturePage[], meta: PictureMeta): Promise<Uint8Array> {
  const names = pages.map(({ kind }, i) => `/pages/${i}.${kind}`);
  const document = {
    ...meta,
    pages: pages.map(({ width, height, words }, i) => ({
      picture: names[i],
      width,
      height,
      words: words
        .map((word) => ({ ...word, text: word.text.normalize('NFC') }))
        .filter(({ text, width: wide, height: high }) => drawable.test(text) && wide > 0 && high > 0),
    })),
  };
  const pictures = Object.fromEntries(pages.map(({ picture }, i) => [names[i], picture]));
  const files = { '/main.typ': MAIN, '/document.json': JSON.stringify(document), ...pictures };
  const compiled = await compile(files, STANDARD, LIMIT.file + LIMIT.page * pages.length);
  if (compiled.kind !== 'done') throw new Invalid(templateErrors(compiled));
  return compiled.pdf;
}

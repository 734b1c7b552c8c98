/** A paper that people photographed, as one PDF: a page for each picture, as large as A4 allows. */
import { compile } from './compiler.ts';

/** What the file says of itself. No clock is read: the same pictures and words give the same bytes. */
export type AboutPhotographed = {
  /** What the paper is, in the properties of the file. */
  readonly title: string;
  /** The calendar day, `YYYY-MM-DD`, that the file names as its day of creation. */
  readonly date: string;
};

/** PDF/A-2, level b: archival; nobody knows the words of a photo, so nothing in it can be tagged as text. */
const STANDARD = 'a-2b';
/** Milliseconds for fifty pages. */
const LIMIT = 60_000;

const MAIN = `#let about = json("/about.json")
#let day = about.date.split("-").map(int)
#set document(title: about.title, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(font: "Tinos", lang: "vi", region: "VN", fallback: false)
#for picture in about.pictures {
  page(
    paper: "a4",
    flipped: picture.wide,
    margin: 8mm,
    align(center + horizon, image(picture.path, width: 100%, height: 100%, fit: "contain", alt: picture.alt)),
  )
}
`;

/** One page: JPEG, and whether it is wider than high. */
export type Photographed = { readonly jpeg: Uint8Array; readonly wide: boolean };

/** Makes one PDF of the pictures, in their order (B5). Throws Unavailable when the typesetting process does not start. */
export async function typesetPhotographed(
  pictures: readonly Photographed[],
  { title, date }: AboutPhotographed,
): Promise<Uint8Array> {
  const pages = pictures.map(({ wide }, i) => ({
    path: `/pictures/${i + 1}.jpg`,
    wide,
    alt: `${title}, trang ${i + 1}`,
  }));
  const files = {
    ...Object.fromEntries(pictures.map(({ jpeg }, i) => [pages[i]!.path, jpeg])),
    '/main.typ': MAIN,
    '/about.json': JSON.stringify({ title, date, pictures: pages }).normalize('NFC'),
  };
  const compiled = await compile(files, STANDARD, LIMIT);
  if (compiled.kind !== 'done') throw new Error(`photographed pages: ${compiled.kind}`);
  return compiled.pdf;
}

/** A small world for tests: a one-page file in two forms, an authority, and holders of certificates. */
import { deflateSync } from 'node:zlib';
import { readCertificate } from './cms/certificate.ts';
import { issueHolder, makeAuthority, signerOf, timestampPort, type Authority } from './issue/authority.ts';
import type { Identity } from './issue/certificate.ts';
import { ocspResponse, revocationList, type Revoked } from './issue/revocation.ts';
import type { Services } from './pdf/sign.ts';
import type { Trust } from './trust/trust.ts';

/** Programs of others, for the tests of rooms above. */
export { judge, missingTool, pem } from './judges.ts';

export { refilled } from './pdf/forgeries.ts';

/** The day on which tests sign. */
export const now = new Date('2026-11-20T02:00:00Z');
export const after = (days: number, from = now): Date => new Date(from.getTime() + days * 86_400_000);

const objects = (words: string): readonly string[] => {
  const drawing = `BT /F 12 Tf 72 720 Td (${words}) Tj ET`;
  return [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>',
    `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  ];
};

/** A file of one page with a classic cross-reference table. */
export const plainFile = (words = 'Quyet dinh'): Buffer => {
  let out = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects(words).map((body, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = out.length;
  const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${lines}trailer\n<</Size ${offsets.length + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
};

/** The same page with its objects in an object stream and a cross-reference stream. */
export const compressedFile = (words = 'Quyet dinh'): Buffer => {
  const bodies = objects(words);
  const drawing = bodies[3]!;
  const inside = [1, 2, 3, 5];
  const pieces = inside.map((number) => bodies[number - 1]!);
  const head = inside
    .map((number, index) => `${number} ${pieces.slice(0, index).join(' ').length + (index > 0 ? 1 : 0)}`)
    .join(' ');
  const packed = deflateSync(Buffer.from(`${head} ${pieces.join(' ')}`));
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  const drawingAt = length();
  parts.push(Buffer.from(`4 0 obj\n${drawing}\nendobj\n`));
  const streamAt = length();
  parts.push(
    Buffer.from(
      `6 0 obj\n<</Type /ObjStm /N 4 /First ${head.length + 1} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`,
    ),
  );
  parts.push(packed, Buffer.from('\nendstream\nendobj\n'));
  const start = length();
  const rows = [
    [0, 0, 0],
    [2, 6, 0],
    [2, 6, 1],
    [2, 6, 2],
    [1, drawingAt, 0],
    [2, 6, 3],
    [1, streamAt, 0],
    [1, start, 0],
  ];
  const table = Buffer.from(
    rows.flatMap(([kind = 0, second = 0, third = 0]) => [kind, second >> 8, second & 255, third]),
  );
  parts.push(
    Buffer.from(`7 0 obj\n<</Type /XRef /Size 8 /W [1 2 1] /Root 1 0 R /Length ${table.length}>>\nstream\n`),
    table,
  );
  parts.push(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
};

const day = 86_400_000;

/** An authority with an officer and an agency, what it knows about revocation, and a verifier that trusts its root. */
export const makeWorld = () => {
  const authority: Authority = makeAuthority({ now, keys: 'p-256' });
  const officer = issueHolder(
    authority,
    { name: 'Nguyễn Văn Thí Dụ', organization: 'UBND tỉnh Sông Lam' },
    { now, keys: 'p-256' },
  );
  const agency = issueHolder(authority, { name: 'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM' }, { now });
  const window = { from: now, until: new Date(now.getTime() + 7 * day) };
  const lists = (revoked: readonly Revoked[] = [], at = window): readonly Buffer[] => [
    revocationList(authority.root, [], at),
    revocationList(authority.issuing, revoked, at),
  ];
  const trust = (more: Partial<Trust> = {}): Trust => ({
    roots: [readCertificate(authority.root.certificate)],
    evidence: { crls: lists(), ocsps: [] },
    now,
    ...more,
  });
  const services: Services = {
    timestamp: timestampPort(authority, () => now),
    evidence: async () => ({
      crls: lists(),
      ocsps: [officer, agency].map(({ certificate }) =>
        ocspResponse(authority.issuing, certificate, null, window),
      ),
    }),
  };
  const holder = (more: Partial<Parameters<typeof issueHolder>[2]>): Identity =>
    issueHolder(authority, { name: 'Trần Thị Mẫu' }, { now, keys: 'p-256', ...more });
  return { authority, officer, agency, window, lists, trust, services, holder, signer: signerOf(officer) };
};

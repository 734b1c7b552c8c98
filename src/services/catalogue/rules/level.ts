/**
 * Whether a service is end-to-end (toàn trình) or partial (một phần): computed from its conditions, never typed in (B2, Decree
 * 42/2022 art. 11.1), with the lawful reason for every partial one (P4, Decree 224/2026 art. 14). Pure.
 */
import type { Text } from '../../../ground/text/language.ts';
import type { Component, PartialReason, Procedure } from '../schema.ts';

/** A condition that is not met, under the lawful reason it falls. */
export type Obstacle = { readonly reason: PartialReason; readonly says: Text; readonly basis: string | null };

/** The level of a service. `informationOnly`: it cannot even be filed online. */
export type ServiceLevel = {
  readonly level: 'end-to-end' | 'partial' | 'information';
  readonly obstacles: readonly Obstacle[];
};

/** The four lawful reasons in words (Decree 224/2026 art. 14). */
export const reasonWords: Readonly<Record<PartialReason, Text>> = {
  presence: {
    vi: 'Pháp luật yêu cầu có mặt tại cơ quan nhà nước',
    en: 'The law demands presence at the agency',
  },
  'site-check': {
    vi: 'Cơ quan phải đi thẩm tra, xác minh tại hiện trường theo pháp luật',
    en: 'The law demands a check on site',
  },
  fault: {
    vi: 'Sự cố kỹ thuật chưa khắc phục được ngay',
    en: 'A technical fault that cannot be mended at once',
  },
  technical: {
    vi: 'Vấn đề kỹ thuật khác chưa xử lý được',
    en: 'Another technical matter that is not solved yet',
  },
};

/** A paper that must be shown as it is, with nothing that stands in for it, in every case. */
const mustBeShown = ({ manner, standIns, when, chain }: Component): boolean =>
  manner === 'shown' && standIns.length === 0 && when === null && chain === null;

/** Whether somebody goes to the site: the act of a step of the internal process. */
const inspects = ({ process }: Pick<Procedure, 'process'>): boolean =>
  process?.nodes.some((node) => 'office' in node && node.office.act === 'inspect') ?? false;

/** Computes the level of a service. */
export function serviceLevel(
  procedure: Pick<
    Procedure,
    'methods' | 'groups' | 'form' | 'barriers' | 'process' | 'processDecision' | 'systemOfRecord'
  >,
): ServiceLevel {
  const obstacles: Obstacle[] = (procedure.barriers ?? []).map(({ reason, says, basis }) => ({
    reason,
    says,
    basis,
  }));
  if (inspects(procedure) && !obstacles.some(({ reason }) => reason === 'site-check')) {
    const says = {
      vi: 'Quy trình có bước kiểm tra tại hiện trường.',
      en: 'The process has a step of inspection on site.',
    };
    obstacles.push({ reason: 'site-check', says, basis: procedure.processDecision?.number ?? null });
  }
  const shown = procedure.groups.flatMap(({ components }) => components.filter(mustBeShown));
  // With an interactive form the papers have been worked out; imported lists say «xuất trình» of what the state looks up itself.
  if (procedure.form !== null && shown.length > 0 && !obstacles.some(({ reason }) => reason === 'presence')) {
    const names = shown.map(({ name }) => name).join('; ');
    obstacles.push({
      reason: 'presence',
      says: { vi: `Phải xuất trình bản chính: ${names}.`, en: `To be shown in the original: ${names}.` },
      basis: null,
    });
  }
  const online = procedure.methods.some(({ channel }) => channel === 'online');
  if (procedure.form === null && procedure.systemOfRecord === 'us') {
    obstacles.push({
      reason: 'technical',
      says: {
        vi: 'Chưa có biểu mẫu điện tử để khai và nộp trên mạng tại đây.',
        en: 'There is no interactive form here yet.',
      },
      basis: null,
    });
  }
  if (!online) {
    const says = {
      vi: 'Thủ tục được công bố không có cách nộp trực tuyến.',
      en: 'The published procedure has no way of filing online.',
    };
    return { level: 'information', obstacles: [...obstacles, { reason: 'technical', says, basis: null }] };
  }
  if (obstacles.length === 0) return { level: 'end-to-end', obstacles };
  return {
    level: procedure.form === null && procedure.systemOfRecord === 'us' ? 'information' : 'partial',
    obstacles,
  };
}

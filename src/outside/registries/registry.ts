/** The registries: what they are called, on what basis they are read, how long an answer may be used again. */
import type { Text } from '../../ground/text/language.ts';
import type { Destination } from '../../ground/wire/index.ts';
import { wantedSources, type Definition } from '../../work/forms/index.ts';
import type { RegistryId } from './schema.ts';

export type Registry = Destination & {
  readonly id: RegistryId;
  /** Why it may be read, where the procedure does not say. */
  readonly basis: string;
  /**
   * Minutes for which an answer may be used again for the same person and the same purpose, while a form is filled in.
   * Data of persons are kept no longer than the matter needs (Law 91/2025/QH15); an enterprise's are public.
   */
  readonly keptMinutes: number;
};

const registry = (id: RegistryId, name: Text, basis: string, keptMinutes: number): Registry => ({
  id,
  name,
  basis,
  keptMinutes,
});

export const registries: Readonly<Record<RegistryId, Registry>> = {
  population: registry(
    'population',
    { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'The national population database' },
    'Luật Căn cước 26/2023/QH15, điều 10',
    120,
  ),
  'civil-status': registry(
    'civil-status',
    { vi: 'Cơ sở dữ liệu hộ tịch điện tử', en: 'The civil-status database' },
    'Luật Hộ tịch 60/2014/QH13, điều 57 đến 59; Nghị định 87/2020/NĐ-CP',
    60,
  ),
  business: registry(
    'business',
    { vi: 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp', en: 'The national business register' },
    'Luật Doanh nghiệp 59/2020/QH14, điều 33',
    1440,
  ),
  insurance: registry(
    'insurance',
    { vi: 'Cơ sở dữ liệu quốc gia về bảo hiểm', en: 'The national insurance database' },
    'Nghị định 43/2021/NĐ-CP',
    120,
  ),
  household: registry(
    'household',
    { vi: 'Cơ sở dữ liệu về cư trú và an sinh xã hội', en: 'The register of residence and social security' },
    'Luật Cư trú 68/2020/QH14, điều 36 và 37',
    120,
  ),
  land: registry(
    'land',
    { vi: 'Cơ sở dữ liệu đất đai', en: 'The land database' },
    'Luật Đất đai 31/2024/QH15, điều 166',
    120,
  ),
  tax: registry(
    'tax',
    { vi: 'Hệ thống đăng ký thuế', en: 'The tax registration system' },
    'Luật Quản lý thuế 38/2019/QH14, điều 30',
    0,
  ),
};

/** Whether a form has questions that a registry is asked for before they are put to the person. */
export const asksRegistries = (form: Definition): boolean =>
  wantedSources(form).some(({ source }) => Object.hasOwn(registries, source.registry));

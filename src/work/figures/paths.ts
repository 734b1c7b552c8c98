/** Where figures are shown. */
export const PATH = '/so-lieu';
export const agencyPath = (agency: string, month: string): string => `${PATH}/${agency}?thang=${month}`;
export const itemsPath = (agency: string, kind: string, month: string): string =>
  `${PATH}/${agency}/ho-so?loai=${kind}&thang=${month}`;

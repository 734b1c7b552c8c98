/** The words of an error in a list of errors, where the field does not stand beside it. */
import type { Language } from '../../../ground/text/language.ts';
import type { FormError } from '../schema.ts';

/** “Người con 2: Hãy điền họ và tên.” */
export const errorText = ({ item, message }: FormError, language: Language): string =>
  item ? `${item[language]}: ${message[language]}` : message[language];

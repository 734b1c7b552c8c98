/** A person or agency whose signature is wanted. `id` is the person or the agency. */
export type Holder = { readonly id: string; readonly name: string; readonly organisation: string };

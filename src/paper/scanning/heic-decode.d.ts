/** The package ships no types. */
declare module 'heic-decode' {
  type Picture = {
    readonly width: number;
    readonly height: number;
    readonly decode: () => Promise<{ readonly data: Uint8ClampedArray<ArrayBuffer> }>;
  };
  /** The pictures of a file, not decoded yet. Throws when it is no HEIC. */
  export function all(file: { readonly buffer: Uint8Array }): Promise<readonly Picture[]>;
}

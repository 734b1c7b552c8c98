/** What stands in an XML file without being signed: inside a signature it may speak of the signature and of nothing else. */
import { dsig } from './algorithms.ts';

/** The parts of a signature that speak of the signature itself. */
const ownParts = new Set(['SignedInfo', 'SignatureValue', 'KeyInfo']);

/** Where the words of signatures come from: XMLDSig, its later parts, XAdES in all its versions, tokens of SOAP that name a key. */
const spaces =
  /^http:\/\/(?:www\.w3\.org\/(?:2000\/09|2009|2001\/04)\/xmldsig|uri\.etsi\.org\/01903|docs\.oasis-open\.org\/wss\/)/;

/** What stands in an element: elements, and words, which have no name. */
const childrenOf = (parent: Element): Element[] =>
  Array.from(parent.childNodes as NodeListOf<Element>).filter(
    ({ nodeType, textContent }) => nodeType === 1 || ([3, 4].includes(nodeType) && textContent?.trim()),
  );

const onlySpeaksOfSignatures = (part: Element): boolean =>
  Array.from(part.getElementsByTagNameNS('*', '*')).every(({ namespaceURI }) =>
    spaces.test(namespaceURI ?? ''),
  );

/**
 * Whether everything in a signature is signed or speaks of the signature itself. An enveloped signature leaves itself out of what it
 * signs, so anything may be put into it or beside the object that an enveloping one signs: content that nobody vouches for.
 */
export const saysNothingElse = (signature: Element, uris: readonly string[]): boolean =>
  childrenOf(signature).every(
    (part) =>
      part.namespaceURI === dsig &&
      (uris.includes(`#${part.getAttribute('Id')}`) ||
        (onlySpeaksOfSignatures(part) &&
          (ownParts.has(part.localName) ||
            childrenOf(part).every(({ localName }) => localName === 'QualifyingProperties')))),
  );

/**
 * Whether a processing instruction stands beside the root: canonical XML covers it, the library does not see it (W3C Canonical XML 1.0
 * §2.4), and a style sheet named there makes other words of the document.
 */
export const instructsBeside = (document: Document): boolean =>
  Array.from(document.childNodes as NodeListOf<ProcessingInstruction>).some(
    ({ nodeType, target }) => nodeType === 7 && target !== 'xml',
  );

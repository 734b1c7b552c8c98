/** How the simulated portal and post misbehave: like real ones. */

/**
 * - `slowMs`: each answer comes so late. `down`: the connection breaks before anything is done.
 * - `lostAnswer`: what was asked is done, but the answer is lost: it will be asked again.
 * - `wrongSession`: every session is forgotten at once. `reject`: messages are refused.
 * - `twice`: a dossier filed at the portal is sent to us twice. `noFiles`: its files cannot be fetched.
 * - `otherBytes`: files come with other bytes than their hash says.
 */
export type ExchangeFaults = {
  slowMs: number;
  down: boolean;
  lostAnswer: boolean;
  wrongSession: boolean;
  reject: boolean;
  twice: boolean;
  noFiles: boolean;
  otherBytes: boolean;
};

export const noFaults = (): ExchangeFaults => ({
  slowMs: 0,
  down: false,
  lostAnswer: false,
  wrongSession: false,
  reject: false,
  twice: false,
  noFiles: false,
  otherBytes: false,
});

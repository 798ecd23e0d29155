import type { Claim, Dossier, Sensitivity } from '../record/dossier.ts';

/** What the dossier's policy says of each kind of sensitive matter. */
function noteOn({ policy }: Dossier, sensitivity: Sensitivity): string | undefined {
  switch (sensitivity) {
    case 'self-harm':
      return policy.selfHarm;
    case 'identity':
      return policy.names;
    case 'health':
      return policy.selfHarm ?? policy.notes;
  }
}

/** The editorial policy's notes that bear on these claims, each once. */
export function handlingNotes(dossier: Dossier, claims: readonly Claim[]): string[] {
  const kinds = new Set(claims.flatMap((claim) => claim.sensitive ?? []));
  return [...new Set([...kinds].flatMap((kind) => noteOn(dossier, kind) ?? []))];
}

/** The claims with those on self-harm, then those on health, behind the rest: they never lead. */
export function soberOrder<Sensitive extends Pick<Claim, 'sensitive'>>(claims: readonly Sensitive[]): Sensitive[] {
  const rank = ({ sensitive }: Sensitive) => (sensitive === 'self-harm' ? 2 : sensitive === 'health' ? 1 : 0);
  return [...claims].sort((a, b) => rank(a) - rank(b));
}

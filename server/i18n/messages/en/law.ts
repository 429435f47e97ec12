/** Why each country accepts what it does (server/legal/rules.ts), until somebody says it otherwise. */
export const law = {
  DK: "A neutral survey without any advertising is no marketing, so it needs no consent beforehand (markedsføringsloven § 10).",
  DE: "A survey of satisfaction by e-mail counts as advertising (BGH VI ZR 225/17), so it needs consent, or a customer who was told of the right to object (UWG § 7).",
  SE: "Marketing by e-mail needs consent, or a customer who was told of the right to object (marknadsföringslagen 19 §). Whether a neutral survey is marketing is not settled.",
  NO: "Marketing by e-mail needs consent, or a customer who was told of the right to object (markedsføringsloven § 15). Whether a neutral survey is marketing is not settled.",
  FI: "Direct marketing by e-mail needs consent, or a customer who was told of the right to object (act 917/2014 § 200). Whether a neutral survey is marketing is not settled.",
  other:
    "The European Union’s common rule: consent, or a customer who was told of the right to object (directive 2002/58/EC article 13).",
};

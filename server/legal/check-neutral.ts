/** Something in a text that makes a survey more than neutral: where it stands, and the words themselves. */
export type NotNeutral = { field: string; locale: string | null; kind: Kind; found: string };
export type Kind = "link" | "offer" | "slogan";

const link =
  /(?:https?:\/\/|www\.)\S+|(?<![@\w.-])(?:[\w-]+\.)+(?:com|net|org|eu|io|app|shop|store|info|dk|se|no|fi|de)\b(?![@.]\w)(?:\/\S*)?/iu;

/** What is given or sold, in the six languages. */
const offer = new RegExp(
  `(?<![\\p{L}])(?:${[
    "offers?|discounts?|vouchers?|coupons?|gift cards?|free of charge|for free|prizes?|raffle|lottery|sale|buy now|subscribe",
    "tilbud\\p{L}*|rabat\\p{L}*|gavekort\\p{L}*|gratis|præmie\\p{L}*|konkurrence\\p{L}*|lodtrækning\\p{L}*|udsalg\\p{L}*|køb nu",
    "erbjudand\\p{L}*|rabatt\\p{L}*|presentkort\\p{L}*|pris(?:er)? att vinna|tävling\\p{L}*|utlottning\\p{L}*|köp nu|vinn\\p{L}*",
    "gavekort\\p{L}*|premie\\p{L}*|konkurranse\\p{L}*|trekning\\p{L}*|kjøp nå",
    "tarjou\\p{L}*|alennu\\p{L}*|lahjakort\\p{L}*|ilmai\\p{L}*|palkinto\\p{L}*|arvonta\\p{L}*|arvomme|osta nyt",
    "angebot\\p{L}*|gutschein\\p{L}*|kostenlos\\p{L}*|gewinnspiel\\p{L}*|verlos\\p{L}*|gewinnen sie|jetzt kaufen|sonderpreis\\p{L}*",
  ].join("|")})(?![\\p{L}])|\\d+ ?% (?:off|rabat|rabatt|alennus)`,
  "iu",
);

/** Words that praise the sender, and signs that shout. */
const slogan =
  /!|\p{Extended_Pictographic}|(?<!\p{L})(?:number one|no\. ?1|nr\. ?1|market[ -]lead\p{L}*|markedsled\p{L}*|marknadsled\p{L}*|markkinajohtaja\p{L}*|marktführ\p{L}*|award[ -]winning|prisbelønn?e\p{L}*|prisbelönt\p{L}*|world[- ]class|the best|(?:den|det|de) (?:bedste|bästa|beste)|der beste|die besten?)(?![\p{L}\d])/iu;

const kinds: [Kind, RegExp][] = [
  ["link", link],
  ["offer", offer],
  ["slogan", slogan],
];

/**
 * What stands in a company's own texts that a neutral survey must not have (PRODUCT.md A7): a link, an offer, a slogan.
 * The mail's frame has no logo and no link but the answer's and the opt-out's anyway.
 *
 * @param texts by field, each with the language it is in or null
 */
export function checkNeutral(
  texts: readonly { field: string; locale: string | null; text: string }[],
): NotNeutral[] {
  return texts.flatMap(({ field, locale, text }) =>
    kinds.flatMap(([kind, pattern]) => {
      const found = pattern.exec(text)?.[0];
      return found ? [{ field, locale, kind, found }] : [];
    }),
  );
}

import type { law as english } from "../en/law.ts";
import type { Translated } from "../translated.ts";

export const law: Translated<typeof english> = {
  DK: "Neutraali kysely, jossa ei ole mainontaa, ei ole markkinointia, joten se ei vaadi suostumusta etukäteen (markedsføringsloven § 10).",
  DE: "Sähköpostitse lähetetty tyytyväisyyskysely katsotaan mainonnaksi (BGH VI ZR 225/17), joten se vaatii suostumuksen tai asiakkaan, jolle on kerrottu oikeudesta kieltäytyä (UWG § 7).",
  SE: "Sähköpostimarkkinointi vaatii suostumuksen tai asiakkaan, jolle on kerrottu oikeudesta kieltäytyä (marknadsföringslagen 19 §). Ei ole ratkaistu, onko neutraali kysely markkinointia.",
  NO: "Sähköpostimarkkinointi vaatii suostumuksen tai asiakkaan, jolle on kerrottu oikeudesta kieltäytyä (markedsføringsloven § 15). Ei ole ratkaistu, onko neutraali kysely markkinointia.",
  FI: "Suoramarkkinointi sähköpostitse vaatii suostumuksen tai asiakkaan, jolle on kerrottu oikeudesta kieltäytyä (laki 917/2014, 200 §). Ei ole ratkaistu, onko neutraali kysely markkinointia.",
  other:
    "Euroopan unionin yhteinen sääntö: suostumus tai asiakas, jolle on kerrottu oikeudesta kieltäytyä (direktiivi 2002/58/EY, 13 artikla).",
};

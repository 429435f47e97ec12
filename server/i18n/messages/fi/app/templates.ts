import type { templates as english } from "../../en/app/templates.ts";
import type { Translated } from "../../translated.ts";

export const templates: Translated<typeof english> = {
  title: "Pohjat",
  status:
    "Tekstejä vastausten aloittamiseen ja kiittäville säännöille. Kollegat löytävät ne merkillä / vastauksen tyhjällä rivillä.",
  empty: "Ei vielä pohjia",
  emptyText:
    "Kirjoita muistiin, mitä selität asiakkaille yhä uudelleen. Vastaus tarvitsee silti oman lauseen ennen lähettämistä.",
  emptyAgent:
    "Esihenkilöt kirjoittavat niitä: tekstejä vastausten aloittamiseen, löytyvät merkillä / tyhjällä rivillä.",
  list: "Pohjat",
  new: "Uusi pohja",
  newText: "Yhdellä kielellä; tee jokaiselle muulle kielelle oma pohja samalla nimellä.",
  change: "Muuta",
  changeNamed: "Muuta pohjaa {name}",
  end: "Päätä",
  endNamed: "Päätä pohja {name}",
  endText: "Sitä ei enää tarjota. Siitä aloitetut vastaukset pysyvät ennallaan.",
  endSent:
    "{n, plural, one {Sääntö {rules} lähettää} other {Säännöt {rules} lähettävät}} sitä asiakkaille: tällä kielellä vastaavat eivät enää saa sitä: {language}.",
  endSuggested:
    "{n, plural, one {Sääntö {rules} ehdottaa} other {Säännöt {rules} ehdottavat}} sitä vastauksiin; jatkossa ei ehdoteta mitään.",
  sentBy: "{n, plural, one {Sääntö {rules} lähettää} other {Säännöt {rules} lähettävät}} sitä asiakkaille.",
  suggestedBy:
    "{n, plural, one {Sääntö {rules} ehdottaa} other {Säännöt {rules} ehdottavat}} sitä vastauksiin.",
  changeSent:
    "{n, plural, one {Sääntö {rules} lähettää} other {Säännöt {rules} lähettävät}} sitä asiakkaille sellaisena kuin se on tässä. Jos siinä mainitaan kirjoittava kollega tai se johtaa arvostelusivustolle, sitä ei lähetetä.",
  name: "Nimi",
  nameHint: "Mitä kollegat etsivät, esimerkiksi Kiitos tai Myöhästynyt toimitus.",
  language: "Kieli",
  text: "Teksti",
  textHint: "Täytetään, kun pohja lisätään vastaukseen: {variables}.",
  save: "Tallenna pohja",
  saving: "Tallennetaan",
  saved: "Pohja on tallennettu",
  ended: "Pohjaa ei enää tarjota",
  close: "Sulje ikkuna",
  button: "Pohjat",
  begin: "Aloita pohjalla ”{name}”",
  find: "Etsi pohja",
  findHint: "Kirjoita nimen tai tekstin osa. Liiku nuolilla, lisää painamalla Enter.",
  none: "Missään pohjassa ei ole näitä sanoja.",
  noneYet: "Pohjia ei vielä ole. Esihenkilöt kirjoittavat niitä asetuksissa.",
  put: "Pohja on vastauksessa. Lisää oma lause.",
  unfilled:
    "{count, plural, one {Täyttämättä: {first}. Kirjoita se itse tai poista se ennen lähettämistä.} other {Täyttämättä: {first} ja muita. Kirjoita ne itse tai poista ne ennen lähettämistä.}}",
};

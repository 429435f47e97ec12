import type { keys as english } from "../../en/app/keys.ts";
import type { Translated } from "../../translated.ts";

export const keys: Translated<typeof english> = {
  title: "Pikanäppäimet",
  text: "Yksi näppäin, yksinään ja kenttien ulkopuolella.",
  off: "Yhden näppäimen pikanäppäimet ovat sinulla pois käytöstä.",
  settings: "Ota ne käyttöön tai pois kohdassa Oma tili",
  close: "Sulje",
  everywhere: "Kaikkialla",
  sheet: "Pikanäppäimet",
  none: "Tällä sivulla ei ole omia pikanäppäimiä.",
  escape: "Esc",
  left: "Nuoli vasemmalle",
  right: "Nuoli oikealle",
  enter: "Enter",
  shift: "Vaihto",
  command: "Ctrl tai ⌘",
  menu: "Haku ja komennot",
  menuTitle: "Haku ja komennot",
  menuField: "Asiakas, sivu tai komento",
  menuNone: "Mitään ei löytynyt. Kokeile nimen osaa, osoitetta tai sivua.",
  menuHere: "Tällä sivulla",
  menuPlaces: "Siirry",
  menuCases: "Tapaukset",
  menuContacts: "Yhteystiedot",
};

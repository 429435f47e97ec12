import { describe, expect, it } from "vitest";
import { splitQuoted } from "./quoted-text.ts";

const below = ["> Which crate was it?", ">", "> Bo"];
const whole = (...lines: string[]) => ["Dear Anna,", "", "both leave today.", "", ...lines].join("\n");

/** How programs begin a quotation, broken where they break lines. */
const beginnings: [string, string[]][] = [
  [
    "Gmail in English",
    ["On Mon, 23 Nov 2026 at 10:00, Bo Friis, Fjordline <svar@reply.example.com>", "wrote:"],
  ],
  [
    "Gmail in Swedish",
    ["Den mån 23 nov. 2026 kl 10:00 skrev Bo Friis, Fjordline <", "svar@reply.example.com>:"],
  ],
  [
    "Gmail in Danish",
    ["Den man. 23. nov. 2026 kl. 10.00 skrev Bo Friis, Fjordline <", "svar@reply.example.com>:"],
  ],
  [
    "Gmail in Norwegian",
    ["man. 23. nov. 2026 kl. 10:00 skrev Bo Friis, Fjordline <", "svar@reply.example.com>:"],
  ],
  [
    "Gmail in Finnish",
    ["ma 23. marrask. 2026 klo 10.00 Bo Friis, Fjordline (", "svar@reply.example.com) kirjoitti:"],
  ],
  [
    "Gmail in German",
    ["Am Mo., 23. Nov. 2026 um 10:00 Uhr schrieb Bo Friis, Fjordline <", "svar@reply.example.com>:"],
  ],
  ["Apple Mail in English", ["On 23 Nov 2026, at 10:00, Bo Friis <svar@reply.example.com> wrote:"]],
  ["Apple Mail in Swedish", ["23 nov. 2026 kl. 10:00 skrev Bo Friis <svar@reply.example.com>:"]],
  ["Apple Mail in German", ["Am 23.11.2026 um 10:00 schrieb Bo Friis <svar@reply.example.com>:"]],
  ["Thunderbird in English", ["On 23/11/2026 10:00, Bo Friis wrote:"]],
  ["Thunderbird in Swedish", ["Den 2026-11-23 kl. 10:00, skrev Bo Friis:"]],
  ["Thunderbird in German", ["Am 23.11.26 um 10:00 schrieb Bo Friis:"]],
  ["mutt", ["On Mon, Nov 23, 2026 at 10:00:00AM +0000, Bo Friis wrote:"]],
  [
    "Outlook in English",
    ["________________________________", "From: Bo Friis", "Sent: Monday, 23 November 2026 10:00"],
  ],
  ["Outlook in Swedish", ["Från: Bo Friis <svar@reply.example.com>", "Skickat: den 23 november 2026 10:00"]],
  [
    "Outlook in German",
    ["Von: Bo Friis <svar@reply.example.com>", "Gesendet: Montag, 23. November 2026 10:00"],
  ],
];

describe("the words of a mail", () => {
  it.each(beginnings)("end where %s begins to quote", (_, begins) => {
    const { text, quoted } = splitQuoted(whole(...begins, "", ...below));
    expect(text).toBe("Dear Anna,\n\nboth leave today.");
    expect(quoted).toContain("Which crate was it?");
    expect(quoted).toContain(begins[0]);
  });

  it.each([
    "Sent from my iPhone",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Von meinem iPhone gesendet",
    "Lähetetty iPhonesta",
    "-- \nBo Friis\nFjordline",
  ])("are without the signature %j", (signature) => {
    expect(splitQuoted(whole(signature)).text).toBe("Dear Anna,\n\nboth leave today.");
  });

  it("stay whole where somebody writes of what another one wrote, and nothing of it is lost", () => {
    const told =
      "Hej,\nDen dagen skrev jag till er: det var för en vecka sedan.\nNu vill jag ha svar:\n\nNär kommer lådan?";
    expect(splitQuoted(told)).toEqual({ text: told, quoted: null });
    const { text, quoted } = splitQuoted(
      whole("Den mån 23 nov. 2026 kl 10:00 skrev Bo <b@x.example>:", ...below),
    );
    for (const word of whole(...below).match(/\S+/g)!) expect(`${text} ${quoted}`).toContain(word);
  });
});

it("no mail takes long, however it was made to", () => {
  const digits = "1".repeat(1_000_000);
  expect(splitQuoted(`Hello\n3 May\n${digits}`).text).toContain("Hello");
});

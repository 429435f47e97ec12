import { renderDigestMail } from "#emails/digest.tsx";
import { withinSight } from "#server/context.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { filterIn } from "#server/response/address.ts";
import { sightOf } from "#server/team/sight-of.ts";
import { findPlace } from "./find-place.ts";
import { gatherDigest } from "./gather.ts";
import { linksOf } from "./links.ts";
import { findDigest } from "./queries.ts";
import { DigestPayload } from "./schema.ts";

/**
 * The mail of a digest for the days of its payload, with what customers say by now: an answer that was withdrawn or
 * erased since it was put into the outbox is in it no more, and no copy of it is kept. It is of what its reader may see.
 *
 * @throws when the digest has ended before the mail left.
 */
export const renderDigest: MailRenderer = async (ctx, mail) => {
  const { digestId, from, to, testFor } = DigestPayload.parse(mail.payload);
  const found = await findDigest(ctx, { id: digestId });
  if (!found || found.digest.endedAt) throw new Error("The digest has ended.");
  const { digest, workspace, createdBy } = found;
  const locale = pickLocale(digest.locale, "en");
  const filter = filterIn(digest.filter);
  const told = { ...filter, from, to };
  const target = { workspaceKey: workspace.key, number: digest.number };
  const isOwn = testFor === null || testFor === digest.userId;
  const end = isOwn ? `${ctx.site.appUrl}/d/${ctx.tokens.seal("digest", target)}` : null;
  const seen = await sightOf(ctx, testFor ?? digest.userId);
  const { figures, place } = await withinSight(ctx, seen, async (reader) => ({
    figures: await gatherDigest(reader, told, workspace.timezone, locale),
    place: await findPlace(reader, workspace.name, filter, locale),
  }));
  const parts = await renderDigestMail({
    figures,
    days: { from, to },
    workspaceName: workspace.name,
    place,
    rhythm: digest.rhythm,
    setUpBy:
      digest.createdBy === digest.userId ? null : (createdBy ?? translator(locale, "digest")("somebody")),
    test: testFor !== null,
    links: linksOf(`${ctx.site.appUrl}/${workspace.slug}`, told, { digestId, filter: digest.filter, end }),
    locale,
  });
  return {
    ...parts,
    fromName: workspace.name,
    fromAddress: null,
    headers: {
      ...automaticHeaders,
      ...(end
        ? { "List-Unsubscribe": `<${end}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
        : {}),
    },
  };
};

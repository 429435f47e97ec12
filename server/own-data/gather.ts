import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { labelled, type StoredDriver } from "#server/driver/rules.ts";

export type Found = Record<string, unknown>;
type Answer = Found & { drivers: string[]; offered: StoredDriver[]; language: string };

/** Everything kept about a person, as they get it: words, times in UTC, nothing of our own numbering. */
export type OwnData = {
  person: Found;
  answers: Found[];
  questions: Found[];
  mails: Found[];
  dialogue: Found[];
  /** What they were promised, and what became of it. */
  promises: Found[];
  /** Whether what was talked about is solved: when that was asked, and each answer. */
  solved: Found[];
  events: Found[];
  /** On what ground they could be asked, each time it changed, and how that was told. */
  grounds: Found[];
  stopped: Found[];
  /** Every stop of mail and every end of one. */
  stops: Found[];
};

/**
 * Everything that is kept about a contact (GDPR, article 15), oldest first: who they are and why they may be asked,
 * answers with earlier versions, what they were asked, mails, what was said and promised in dialogues and whether it is
 * solved, events and stops. Notes
 * that colleagues wrote for each other are not in it (docs/decisions/0016).
 */
export async function gatherOwnData(ctx: Ctx, contactId: string): Promise<OwnData> {
  const of = (table: "r" | "i" | "c" | "e") =>
    sql`${sql.raw(table)}.workspace_id = ${ctx.workspaceId} AND ${sql.raw(table)}.contact_id = ${contactId}`;
  const rows = <Row extends Found = Found>(query: SQL) => rowsOf<Row>(ctx, query);
  const [person] = await rows(sql`
    SELECT c.name, c.email, c.locale AS language, c.external_id AS "customerNumber", a.name AS company,
      c.employee AS "knownBy", c.attributes, c.source, c.legal_ground AS "askedOnGroundOf",
      c.ground_source AS "groundSource", c.consented_at AS "consentedAt", c.created_at AS "keptSince"
    FROM contacts c LEFT JOIN accounts a ON a.workspace_id = c.workspace_id AND a.id = c.account_id
    WHERE c.workspace_id = ${ctx.workspaceId} AND c.id = ${contactId}`);
  const answers = await rows<Answer>(sql`
    SELECT s.name AS survey, r.score, r.comment, r.drivers, r.contact_by AS "contactBy",
      r.contact_phone AS "contactPhone", r.locale AS language, r.touchpoint, r.attributes,
      r.answered_at AS "answeredAt", r.updated_at AS "changedAt", r.withdrawn_at AS "withdrawnAt",
      s.drivers AS offered, coalesce((
        SELECT jsonb_agg(jsonb_build_object('manner', q.manner, 'version', q.version, 'givenAt', q.given_at,
          'endedAt', q.ended_at, 'endedAs', q.ended_as) ORDER BY q.given_at, q.id)
        FROM quote_consents q WHERE q.workspace_id = r.workspace_id AND q.response_id = r.id
      ), '[]') AS "consentToQuote", coalesce((
        SELECT jsonb_agg(jsonb_build_object('score', v.score, 'comment', v.comment, 'contactBy', v.contact_by,
          'contactPhone', v.contact_phone, 'givenAt', v.given_at) ORDER BY v.version)
        FROM response_versions v WHERE v.workspace_id = r.workspace_id AND v.response_id = r.id
      ), '[]') AS earlier, (
        SELECT jsonb_build_object('at', y.thanked_at, 'text', y.words, 'askedToPassOn', y.ask, 'link', y.link)
        FROM thank_yous y
        WHERE y.workspace_id = r.workspace_id AND y.response_id = r.id AND y.thanked_at IS NOT NULL
      ) AS "thankedWith"
    FROM responses r JOIN surveys s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
    WHERE ${of("r")} ORDER BY r.answered_at, r.id`);
  return {
    person: person!,
    answers: answers.map(withReasons),
    questions: await rows(sql`
      SELECT s.name AS survey, p.name AS campaign, i.touchpoint, i.employee AS about, i.attributes,
        coalesce(i.sent_at, i.created_at) AS "askedAt"
      FROM invitations i
      JOIN surveys s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
      JOIN campaigns p ON p.workspace_id = i.workspace_id AND p.id = i.campaign_id
      WHERE ${of("i")} ORDER BY i.created_at, i.id`),
    mails: await rows(sql`
      SELECT m.kind, m.to_address AS "to", m.state, m.last_text AS "serverSaid", m.created_at AS "madeAt",
        m.sent_at AS "sentAt"
      FROM outbound_mails m
      LEFT JOIN invitations i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
      LEFT JOIN cases c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
        AND m.kind IN ('case_reply', 'recovery_check')
      WHERE m.workspace_id = ${ctx.workspaceId} AND ${contactId} IN (i.contact_id, c.contact_id)
      ORDER BY m.created_at, m.id`),
    dialogue: await rows(sql`
      SELECT CASE WHEN m.direction = 'out' THEN 'company' WHEN m.known_sender THEN 'you' ELSE 'somebody else' END
        AS "from", m.subject, m.text, m.at, coalesce((
        SELECT jsonb_agg(jsonb_build_object('name', f.file_name, 'bytes', f.size) ORDER BY f.id)
        FROM attachments f WHERE f.workspace_id = m.workspace_id AND f.message_id = m.id
      ), '[]') AS files
      FROM case_messages m JOIN cases c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
      WHERE ${of("c")} AND m.direction <> 'note' AND NOT EXISTS (
        SELECT FROM held_replies h WHERE h.workspace_id = m.workspace_id AND h.message_id = m.id)
      UNION ALL
      SELECT 'you', NULL, o.said, o.noted_at, '[]'
      FROM case_origins o JOIN cases c ON c.workspace_id = o.workspace_id AND c.id = o.case_id WHERE ${of("c")}
      ORDER BY at`),
    promises: await rows(sql`
      SELECT p.text AS promise, p.due_on AS day, p.made_at AS "madeAt", p.ended_as AS became, p.ended_at AS "endedAt"
      FROM promises p JOIN cases c ON c.workspace_id = p.workspace_id AND c.id = p.case_id
      WHERE ${of("c")} ORDER BY p.made_at, p.id`),
    solved: await rows(sql`
      SELECT k.asked_at AS "askedAt", coalesce((
        SELECT jsonb_agg(jsonb_build_object('answer', a.answer, 'comment', a.comment, 'givenAt', a.given_at)
          ORDER BY a.version)
        FROM recovery_answers a WHERE a.workspace_id = k.workspace_id AND a.check_id = k.id
      ), '[]') AS answers
      FROM recovery_checks k JOIN cases c ON c.workspace_id = k.workspace_id AND c.id = k.case_id
      WHERE ${of("c")} AND k.asked_at IS NOT NULL ORDER BY k.asked_at, k.id`),
    events: await rows(sql`
      SELECT e.type, e.attributes, e.occurred_at AS "occurredAt" FROM events e
      WHERE ${of("e")} ORDER BY e.occurred_at, e.id`),
    grounds: await rows(sql`
      SELECT g.at, g.ground, g.ground_source AS source, g.consented_at AS "consentedAt", g.came_by AS "toldBy"
      FROM contact_grounds g WHERE g.workspace_id = ${ctx.workspaceId} AND g.contact_id = ${contactId} ORDER BY g.id`),
    stopped: await rows(sql`
      SELECT s.reason, s.source, s.created_at AS since, s.until FROM suppressions s
      WHERE s.workspace_id = ${ctx.workspaceId} AND s.address_hash = ${hashOf(ctx, contactId)} ORDER BY s.created_at`),
    stops: await rows(sql`
      SELECT s.at, s.change, s.reason, s.scope, s.until, s.source, s.why FROM suppression_events s
      WHERE s.workspace_id = ${ctx.workspaceId} AND s.address_hash = ${hashOf(ctx, contactId)} ORDER BY s.id`),
  };
}

const hashOf = (ctx: Ctx, contactId: string) =>
  sql`(SELECT address_hash FROM contacts WHERE workspace_id = ${ctx.workspaceId} AND id = ${contactId})`;

/** The rows as JSON says them: times as in RFC 3339. */
export async function rowsOf<Row extends Found>(ctx: Ctx, query: SQL): Promise<Row[]> {
  const rows = await ctx.db.execute<{ row: Row }>(
    sql`SELECT row_to_json(each) AS row FROM (${query}) AS each`,
  );
  return rows.map(({ row }) => row);
}

function withReasons({ offered, drivers, ...answer }: Answer): Found {
  return { ...answer, reasons: labelled(drivers, offered, [answer.language]).map(({ label }) => label) };
}

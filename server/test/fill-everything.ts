import type { Sql } from "postgres";
import { newId } from "#db/id.ts";

type Person = { workspaceId: string; contactId: string; caseId: string; email: string; memberId: string };

/**
 * Puts `word` where `makePerson` does not: the fields that only mail programs, chats, tags, promises and replies on hold
 * write. `owner` is a connection that sees all rows.
 */
export async function fillEverything(owner: Sql, person: Person, word: string): Promise<void> {
  const { workspaceId: w, caseId, contactId, memberId } = person;
  const [message] = await owner<{ id: string }[]>`
    UPDATE case_messages SET message_id = ${`<1@${word}.example>`}, "references" = ${[`<0@${word}.example>`]}
    WHERE workspace_id = ${w} AND case_id = ${caseId} AND direction = 'in' RETURNING id`;
  await owner`
    UPDATE attachments SET content_id = ${word}, media_type = ${`text/x-${word}`}
    WHERE workspace_id = ${w} AND message_id = ${message!.id}`;
  await owner`UPDATE inbound_mails SET rcpt_to = ${`${word}@reply.svar.test`} WHERE workspace_id = ${w}`;
  await owner`
    UPDATE outbound_mails SET to_domain = ${`${word}.example`}, payload = ${owner.json({ note: word })}
    WHERE workspace_id = ${w} AND address_hash IS NOT NULL`;
  await owner`
    INSERT INTO case_origins (workspace_id, case_id, said, noted_at) VALUES (${w}, ${caseId}, ${word}, now())`;
  const promiseId = newId();
  await owner`
    INSERT INTO promises (workspace_id, id, case_id, text, due_on, made_at)
    VALUES (${w}, ${promiseId}, ${caseId}, ${`Call ${word}`}, '2026-12-01', now())`;
  await owner`
    INSERT INTO promise_changes (workspace_id, id, promise_id, kind, due_on, reason, changed_at)
    VALUES (${w}, ${newId()}, ${promiseId}, 'moved', '2026-12-02', ${`${word} is away`}, now())`;
  const tagId = newId();
  await owner`INSERT INTO tags (workspace_id, id, name, made_at) VALUES (${w}, ${tagId}, ${word}, now())`;
  await owner`
    INSERT INTO case_tags (workspace_id, case_id, tag_id, added_at) VALUES (${w}, ${caseId}, ${tagId}, now())`;
  await owner`
    INSERT INTO case_events (workspace_id, id, case_id, kind, detail, at)
    VALUES (${w}, ${newId()}, ${caseId}, 'tagged', ${owner.json({ tagId, name: word })}, now())`;
  const [out] = await owner<{ id: string; mail: string }[]>`
    SELECT m.id, o.id AS mail FROM case_messages m
    JOIN outbound_mails o ON o.workspace_id = m.workspace_id AND o.case_message_id = m.id
    WHERE m.workspace_id = ${w} AND m.case_id = ${caseId} LIMIT 1`;
  await owner`
    INSERT INTO held_replies (workspace_id, message_id, case_id, mail_id, held_by, held_at, goes_out_at, planned,
      unless_answered, closing)
    VALUES (${w}, ${out!.id}, ${caseId}, ${out!.mail}, ${memberId}, now(), now(), false, false,
      ${owner.json({ outcome: word })})`;
  await writeElsewhere(owner, person, word);
  await chat(owner, person, word);
  await owner`
    INSERT INTO response_cuts (workspace_id, dimension, value, day, survey_id, detractors, passives, promoters)
    SELECT workspace_id, 'attribute:nickname', ${word}, '2026-11-23', survey_id, 0, 0, 0
    FROM responses WHERE workspace_id = ${w} AND contact_id = ${contactId} LIMIT 1 ON CONFLICT DO NOTHING`;
}

/** The person wrote into the dialogue of another customer as well, from the same address in other letters. */
async function writeElsewhere(owner: Sql, { workspaceId: w, email }: Person, word: string): Promise<void> {
  const [other, otherCase, mail] = [newId(), newId(), newId()];
  await owner`
    INSERT INTO contacts (workspace_id, id, name, source, legal_ground, created_at, updated_at)
    VALUES (${w}, ${other}, 'Somebody else', 'test', 'none', now(), now())`;
  await owner`
    INSERT INTO cases (workspace_id, id, contact_id, opened_at, due_at) VALUES (${w}, ${otherCase}, ${other}, now(), now())`;
  await owner`
    INSERT INTO inbound_mails (workspace_id, id, purpose, target_number, mail_from, rcpt_to, raw, sha256, received_at)
    VALUES (${w}, ${mail}, 'case', (SELECT number FROM cases WHERE workspace_id = ${w} AND id = ${otherCase}),
      'relay@post.example', ${word}, ${Buffer.from(`From: ${email}`)}, ${Buffer.from(word)}, now())`;
  await owner`
    INSERT INTO case_messages (workspace_id, id, case_id, direction, from_address, from_name, text, inbound_mail_id, at)
    VALUES (${w}, ${newId()}, ${otherCase}, 'in', ${email.toUpperCase()}, ${word}, ${word}, ${mail}, now())`;
}

/** A chat was told of the case, and its server said the words again. */
async function chat(owner: Sql, { workspaceId: w, caseId }: Person, word: string): Promise<void> {
  const [channel, message, alert, told, news] = [newId(), newId(), newId(), newId(), newId()];
  await owner`
    INSERT INTO chat_channels (workspace_id, id, name, shape, host, last_four, says_words, made_at, off_at, off_because, off_answer)
    VALUES (${w}, ${channel}, 'Desk', 'slack', 'hooks.example', 'abcd', true, now(), now(), 'gone', ${`no ${word}`})`;
  await owner`
    INSERT INTO chat_messages (workspace_id, id, channel_id, purpose, state, next_attempt_at, made_at)
    VALUES (${w}, ${message}, ${channel}, 'alert', 'failed', now(), now())`;
  await owner`
    INSERT INTO chat_message_events (workspace_id, message_id, at, state, attempt, status, answer)
    VALUES (${w}, ${message}, now(), 'failed', 1, 400, ${`bad text: ${word}`})`;
  await owner`
    INSERT INTO alerts (workspace_id, id, channel_id, kinds, scope, pace, most, made_at)
    VALUES (${w}, ${alert}, ${channel}, '{message}', 'all', 'at_once', 10, now())`;
  await owner`
    INSERT INTO alert_messages (workspace_id, id, alert_id, made_at, chat_message_id)
    VALUES (${w}, ${told}, ${alert}, now(), ${message})`;
  await owner`
    INSERT INTO case_news (workspace_id, id, kind, case_id, key, at)
    VALUES (${w}, ${news}, 'message', ${caseId}, ${`message:${news}`}, now())`;
  await owner`
    INSERT INTO alert_news (workspace_id, alert_id, news_id, due_at, message_id)
    VALUES (${w}, ${alert}, ${news}, now(), ${told})`;
}

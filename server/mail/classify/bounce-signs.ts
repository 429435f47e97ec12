import { unquoted } from "./automatic.ts";
import type { ReadMail } from "./read.ts";

const daemon =
  /^(?:mailer-?daemon|mail-?daemon|postmaster|post_?master|mdaemon|mail-?system|mail-?delivery|maildelivery\w*|bounce[sd]?|mmdf|root|smtp|mailadmin|email-?admin|dsn|amavis|microsoftexchange[0-9a-f]+|mailgateway|no-?reply-?dsn)(?:[+.-][^@]*)?(?:@|$)/;
const daemonName =
  /mail(?:er)?[ -]?(?:delivery|daemon)|delivery (?:sub)?system|postmaster|mail administrator|microsoft outlook|system administrator|systemadministrat|mail system|mailer-daemon|internet mail delivery/;

const subjects =
  /(?:undeliver(?:able|ed)|un-?deliverable)|delivery (?:status notification|failure|failed|report|error|has failed|problem|notification|incomplete|delayed|of .{0,80}(?:failed|delayed))|(?:mail|message|e-?mail)[ -]?(?:delivery|system)? ?(?:fail|error|return|undeliver|could not|not delivered|delayed|status report)|failure notice|returned (?:mail|to sender|e-?mail|message)|return(?:ed)? to sender|non[ -]?deliver|nondeliverable|not (?:be )?delivered|could(?:n'?t| not) be delivered|warning: (?:could not send|message)|rejected (?:mail|message|posting)|(?:mail|message) (?:rejected|bounced|blocked|refused)|problem delivering|\bbounced?\b|user unknown|invalid recipient|ndn:|ndr:|(?:kunde|kan) inte levereras|olever(?:bart|erbar)|ej levererbar|går inte att leverera|(?:kunne|kan) ikke (?:leveres|afleveres)|ikke lever|u?leverbar|ikke-leverbar|kan ikke leverer|ei voitu toimittaa|toimitus epäonnistui|toimittaminen|perille|unzustellbar|nicht (?:zugestellt|zustellbar)|zustellung|fehler(?:hafte)? (?:bei|beim|zustellung)|mail konnte nicht|non remis|(?:échec|echec) (?:de )?(?:la )?(?:remise|distribution|livraison)|retour(?:né)?|non distribu|no se (?:puede|ha podido|pudo) entregar|no entregado|devuelto|mancat[ao] (?:consegna|recapito)|impossibile (?:consegnare|recapitare)|non recapitabile|onbestelbaar|niet (?:bezorgd|afgeleverd)|n[aã]o (?:foi )?(?:poss[ií]vel entregar|entregue)|nie (?:można|mozna) dostarczyć|niedostarcz|не (?:доставлено|может быть доставлено)|недоставлен|メールエラー|配信(?:不能|失敗|エラー)|送信(?:不能|失敗|エラー)|エラー通知|系统退信|退信|投递失败|無法(?:投遞|傳送)|반송|error sending your (?:mail|message)/i;

const phrases =
  /this is the (?:mail (?:system|delivery)|postfix|qmail|mail delivery agent)|this is an? (?:automatically generated )?(?:delivery status notification|permanent|warning)|this message was created automatically by (?:the )?mail delivery|i(?:'m| am) afraid i wasn'?t able to deliver|i wasn'?t able to deliver|(?:could|can|was|were)(?: ?n[o']t| not|n't) (?:be |able to )?(?:deliver|delivered)|(?:unable|failed) to (?:deliver|send)|delivery to the following|(?:delivery|message|mail|e-?mail)[^.\n]{0,60}(?:has |have )?(?:failed|not been delivered|undeliver|bounced|been (?:returned|rejected|blocked|delayed))|(?:did not|didn'?t|not) reach the following|following (?:addresses|recipients?|address|message)[^.\n]{0,60}(?:fail|fatal|permanent|error|undeliver|rejected|could|not)|permanent (?:fatal )?(?:error|failure)|transcript of session|returned to you|the original message (?:was|is) (?:received|included|attached|below)|(?:your|the) (?:message|e-?mail|mail) (?:wasn'?t|couldn'?t|to .{1,120} (?:couldn'?t|could not|has been|was))|said: [45]\d\d|remote (?:host|server|mail server) (?:said|returned|rejected)|[45]\d\d[ -][45]\.\d+\.\d+|requested action not taken|(?:rcpt to|data|mail from)[^\n]{0,80} said:? [45]\d\d|error message below|送信(?:できません|に失敗)|配信できません|退信原因|退回|無法送達|не может быть (?:доставлено|отправлено)|전송(?:되지|하지)|kunde inte (?:levereras|skickas)|har inte (?:levererats|kunnat)|kunne ikke (?:leveres|afleveres|sendes)|er ikke (?:blevet )?(?:leveret|levert)|ei voitu (?:toimittaa|välittää)|konnte nicht (?:zugestellt|ausgeliefert|gesendet|übermittelt)|nicht zugestellt werden|n'a pas (?:pu|été) (?:être )?(?:remis|distribu|délivr|envoy)|no (?:se )?(?:ha podido|pudo|puede|ha sido) (?:ser )?entreg|non (?:è stato possibile|può essere|è stato) (?:consegn|recapit)|kon niet worden (?:bezorgd|afgeleverd)|n[aã]o (?:pôde|p[oô]de|foi) (?:ser )?entreg/i;

/** Whether a mail without a delivery status is one all the same: free text of a mail server (RELIABILITY.md D1). */
export function looksLikeBounce(mail: ReadMail): boolean {
  if (mail.headers.has("x-failed-recipients")) return true;
  if (mail.reportType === "delivery-status") return true;
  const isDaemon = daemon.test(mail.fromAddress) || daemonName.test(mail.fromName);
  const own = unquoted(mail.text).slice(0, 8000);
  const titled = subjects.test(mail.subject) && !/^\s*(?:re|sv|vs|aw|fwd?|vb|tr|rv)\s*:/i.test(mail.subject);
  const nullSender = (mail.headers.get("return-path") ?? []).some((path) => /^\s*<\s*>\s*$/.test(path));
  const signs =
    (isDaemon ? 3 : 0) +
    (titled ? 2 : 0) +
    (nullSender ? 1 : 0) +
    (phrases.test(own) ? 2 : 0) +
    (mail.original !== null ? 1 : 0);
  return signs >= 4;
}

/** Whether a machine of the mail system sent it, as far as the sender's name and the envelope say. */
export function isFromMailSystem(mail: ReadMail): boolean {
  return daemon.test(mail.fromAddress) || daemonName.test(mail.fromName) || mail.fromAddress === "";
}

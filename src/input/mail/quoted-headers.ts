/** What the lines at the head of a quoted mail are about, in the languages of mail programs. */
const ROLES = {
  from: [
    'from|von|de|da|van|från|fra|lähettäjä|od|от|від|kimden|gönderen|feladó|de la|από|saatja',
    '发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|발신|từ|người gửi|dari|จาก|מאת|من|expéditeur|remitente',
    'mittente|remetente|absender|afzender|odesílatel|nadawca',
  ],
  sent: [
    "sent|date|gesendet|datum|envoyé|date d’envoi|date d'envoi|enviado|enviado el|enviada em",
    'enviado em|enviada|fecha|data|inviato|data invio|verzonden|skickat|sendt|dato|lähetetty',
    'päiväys|pvm|wysłano|wysłane|data wysłania|odesláno|odoslané|dátum|дата|отправлено',
    'надіслано|gönderildi|tarih|gönderme tarihi|küldve|elküldve|trimis|στάλθηκε|ημερομηνία',
    'poslano|发送时间|日期|时间|寄件日期|傳送時間|日付|日時|送信日時|보낸 날짜|보낸날짜|날짜|일시|ngày|đã gửi|ngày gửi|dikirim',
    'tanggal|วันที่|ส่ง|נשלח|תאריך|תאריך שליחה|التاريخ|تاريخ الإرسال|تم الإرسال|أرسلت',
  ],
  to: [
    'to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|pro|кому|до|kime|címzett|către|προς|za',
    'prima|saaja|收件人|收件者|宛先|받는 사람|받는사람|수신|đến|tới|gửi tới|kepada|ถึง|אל|إلى|destinataire',
    'destinatario|empfänger|alıcı|收信人',
  ],
  subject: [
    'subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět',
    'predmet|тема|konu|tárgy|subiect|θέμα|zadeva|teema|主题|主題|主旨|件名|제목|chủ đề|tiêu đề|subjek',
    'perihal|เรื่อง|נושא|الموضوع|sujet',
  ],
  other: [
    'cc|bcc|reply-to|reply to|importance|priority|attachments|organization|newsgroups',
    'message-id|kopie|kopie (cc)|copie à|copie|cópia|copia|kopia|kopi|dw|kopia do|копия|копія',
    'bilgi|antwort an|wichtigkeit|priorität|anlagen|pièces jointes|datos adjuntos|allegati',
    'bijlagen|抄送|副本|참조|העתק|نسخة',
  ],
} as const;

type Role = keyof typeof ROLES;

const ROLE_OF = new Map(
  Object.entries(ROLES).flatMap(([role, names]) =>
    names.flatMap((some) => some.normalize('NFKC').split('|')).map((name) => [name, role as Role] as const),
  ),
);

const LONGEST_NAME = 24;
/** A long list of addresses may take lines between two headers. */
const MOST_WRAPPED = 8;
const MOST_LINES = 40;

/** What is said above a quoted mail: that it is forwarded, or the original, and that it is a message. */
const FORWARDED = new RegExp(
  [
    'forward|weitergeleit|transf[eé]r|réexpédi|reenviad|reencaminh|encaminhad|inoltrat|doorgestuurd|vidarebeford|videresend',
    'välitet|przekazan|přeposlan|preposlan|пересл|пересыл|переадрес|iletilen|továbbít|redirecțion|προωθ|转发|轉寄|轉發',
    '転送|전달|chuyển tiếp|diteruskan|ส่งต่อ|הועבר|محول|معاد',
  ].join('|'),
  'iu',
);
const ORIGINAL = new RegExp(
  [
    'original|ursprünglich|origine|oorspronkelijk|ursprunglig|oprindelig|opprinnelig|alkuperäi|oryginaln|pierwotn|původní',
    'pôvodn|исходн|оригинал|оригінал|вихідн|özgün|orijinal|asıl|eredeti|αρχικ|原始|原邮件|原郵件|元の|オリジナル|원본|gốc',
    'asli|ต้นฉบับ|מקורי|أصلي',
  ].join('|'),
  'iu',
);
const MESSAGE = new RegExp(
  [
    'message|mail|nachricht|mensaje|correo|messaggio|mensagem|bericht|meddel|melding|besked|viesti|wiadomo|zpráv|správ',
    'сообщени|письм|повідомлен|лист|ileti|mesaj|üzenet|μήνυμα|appointment|termin|邮件|郵件|メッセージ|メール|메시지|메일',
    'thư|tin nhắn|pesan|ข้อความ|הודעה|رسالة',
  ].join('|'),
  'iu',
);

/** Above headers any words between dashes are a delimiter, and none at all. */
const RULE = /^ ?(?:[-_=]{5,}|-{3,}.{2,90}-{3,})$/;
/** "Lena Ortiz ---03/03/2026 04:05:10 PM---Re: Crates" */
const NOTES_DELIMITER = /\S ?-{2,}\p{Nd}[\p{Nd}:./ apm]{6,30}-{2,}/iu;

/**
 * The head of a quoted mail, if one begins in line `at`: its headers with the delimiter above them, or a delimiter alone. Headers take
 * a sender with two more, one of them the subject, or any with an address; below a delimiter one more is enough.
 */
export function readHeaders(plain: readonly string[], at: number): { first: number; end: number } | null {
  const line = plain[at] ?? '';
  if (isDelimiter(line)) return { first: at, end: at + 1 };
  if (!roleOf(line)) return null;
  const first = beginOfHeaders(plain, at);
  const { roles, address, end } = collectHeaders(plain, at);
  const others = (['sent', 'to', 'subject'] as const).filter((role) => roles.has(role)).length;
  const delimited = first < at;
  if (!roles.has('from') || others < (delimited ? 1 : 2)) return null;
  return delimited || address || roles.has('subject') ? { first, end } : null;
}

/** "-----Original Message-----": what stands between a reply and the mail below it. */
function isDelimiter(plain: string): boolean {
  if (!/[-_=~]$/.test(plain)) return false;
  const between = /^ ?[-_=~]{2,} ?([^-].{2,90}?) ?[-_=~]{2,}$/.exec(plain)?.[1];
  if (between === undefined) return false;
  return FORWARDED.test(between) || (ORIGINAL.test(between) && MESSAGE.test(between));
}

/** "Begin forwarded message:" says the same, but only above the headers of one. */
function announcesMail(plain: string): boolean {
  return plain.length <= 60 && plain.endsWith(':') && FORWARDED.test(plain) && MESSAGE.test(plain);
}

/** Where the line that announces the headers in line `first` stands, if one does. */
function beginOfHeaders(plain: readonly string[], first: number): number {
  let above = first - 1;
  while (above >= 0 && first - above <= 2 && plain[above] === '') above--;
  const line = plain[above] ?? '';
  return RULE.test(line) || isDelimiter(line) || announcesMail(line) || NOTES_DELIMITER.test(line)
    ? above
    : first;
}

/** Reads headers from line `first` on. A value may be wrapped, and each may have a blank line behind it. */
function collectHeaders(plain: readonly string[], first: number) {
  const roles = new Set<Role>();
  let address = false;
  let end = first;
  for (let at = first; at < plain.length && at - first < MOST_LINES && at - end <= MOST_WRAPPED; at++) {
    const line = plain[at] ?? '';
    const role = roleOf(line);
    if (at > end && line === '' && plain[at - 1] === '') break;
    if (!role) continue;
    if (role !== 'other' && roles.has(role)) break;
    roles.add(role);
    address ||= /[^\s@]@[^\s@]/.test(line);
    end = at + 1;
  }
  return { roles, address, end };
}

function roleOf(plain: string): Role | undefined {
  const colon = plain.indexOf(':');
  if (colon < 1 || colon > LONGEST_NAME) return undefined;
  return ROLE_OF.get(plain.slice(0, colon).replaceAll('_', '').trim().toLowerCase());
}

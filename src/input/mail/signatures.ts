/** "Sent from", as mobile programs sign. */
const SENT_FROM = new RegExp(
  [
    '^(?:sent (?:from|via|with|using|by|through)',
    '(?:gesendet|verschickt) (?:von|vom|aus|mit|via|über)',
    'envoyée? (?:de|du|depuis|avec|à partir|via)|enviad[oa] (?:desde|de|do|da|con|com|a través|pelo|através|via)',
    'enviat des|inviat[oa] (?:da|dal|con|tramite|via)|trimis (?:de|din|cu)',
    '(?:verzonden|verstuurd) (?:vanaf|vanuit|van|met|via)|skickat (?:från|med|via)|sendt (?:fra|med|via)',
    'lähetetty|wysłan[eoy] (?:z|ze|za)|odesláno z|odoslané z|poslano [sz]|küldve',
    '(?:отправлено|изпратено) (?:с|со|из|от)|(?:надіслано|відправлено) (?:з|із|зі)|στάλθηκε από|gửi từ|dikirim dari',
    'נשלח|أرسلت?|تم الإرسال)(?!\\p{L})|^(?:发自|發自|从我|從我|ส่งจาก)',
  ].join('|'),
  'iu',
);
/** The same in languages that put the verb last: "Von meinem iPhone gesendet". */
const SENT_LAST = /(?:gesendet|verschickt|gönderildi|küldve|발송|보냄|から送信|发送|傳送|發送)[.。]?$/iu;
/** What it is sent from or with: the makers and programs, and the word for a telephone. */
const DEVICE = new RegExp(
  [
    'i ?phon|i ?pad|i ?pod|apple|android|samsung|galaxy|huawei|xiaomi|nokia|htc|pixel|oneplus|motorola|blackberry|windows',
    'outlook|yahoo|gmail|gmx|web\\.de|aol|proton|zimbra|zoho|thunderbird|k-9|fairemail|airmail|spark|mailbird|yandex|яндекс|mail\\.ru',
    '\\bmail\\b|phone|t[eé]l[eéè][fp]h?on|puhelim|телефон|мобил|handy|\\bmobile?\\b|mobiltelefon|móvil|celular|portable|tablet',
    'device|gerät|appareil|手机|手機|携帯|휴대',
  ].join('|'),
  'iu',
);
/** The name of a device is long where it is somebody's. */
const MINE = /^\S+ \S+ (?:my|meine[mr]|mon|mi|meu|minha|mijn|min|mitt?)(?!\p{L})/iu;
/** "Get Outlook for Android". */
const OUTLOOK = /\boutlook\b.{1,12}\b(?:ios|android)\b/i;

/** A line that a program signs with ("Sent from my phone"), not its user. It may ask to excuse its brevity. */
export function isProgramLine(plain: string): boolean {
  const text = plain.replace(/<[^<>]*>|[[\]()_]/g, '').trim();
  if (text.length > 120 || /[?:]/.test(text)) return false;
  const [sentence = ''] = text.split(/[.!] /, 1);
  const words = sentence.split(' ');
  if (words.length > 10) return false;
  if (OUTLOOK.test(text)) return words.length <= 7;
  if (SENT_FROM.test(text)) return DEVICE.test(MINE.test(text) ? sentence : words.slice(0, 5).join(' '));
  const opening = words.slice(0, 2).join(' ');
  return (
    SENT_LAST.test(text) &&
    (DEVICE.test(opening) || (/^(?:von|vom|mit) /i.test(opening) && DEVICE.test(text)))
  );
}

/** A phone number, an address, a page: what a signature tells and a table does not. */
const CONTACT =
  /[^\s@]@[^\s@]+\.|https?:\/\/|www\.|\+\d[\d ().-]{6,}|\(?\b\d{3,5}[ )./-]{1,2}\d{3,4}[ .-]\d{2,4}/i;
const SENTENCE_END = /\p{Ll}[.!…。]$/u;

/** How a line announces a signature. The first is what RFC 3676 asks for; the others have other uses. */
export type SignatureMark = 'exact' | 'dashes' | 'underscores' | 'rule';

/** In lines that are not blank. */
export const LONGEST_SIGNATURE = 25;

/** Reads what announces a signature from a line as it is written. */
export function readSignatureMark(line: string): SignatureMark | null {
  if (/^--[ \u00a0]$/.test(line)) return 'exact';
  const text = line.trim();
  if (text === '--' || text === '—' || text === '__') return 'dashes';
  if (/^_{5,}$/.test(text)) return 'underscores';
  return /^(?:-{3,}|={3,}|~{3,}|#{3,}|(?:—){2,})$/.test(text) ? 'rule' : null;
}

/** Whether what stands below a mark, without blank lines, is a signature rather than more words of the sender. */
export function isSignature(mark: SignatureMark, below: readonly string[]): boolean {
  switch (mark) {
    case 'exact':
      return below.length <= LONGEST_SIGNATURE;
    case 'dashes':
      return below.length <= 10 && !soundsSpoken(below);
    case 'underscores':
      return below.length <= 12 && !below.some((line) => line.includes('|'));
    case 'rule':
      return (
        below.length <= 8 &&
        !soundsSpoken(below) &&
        (isFullName(below[0] ?? '') || below.some((line) => CONTACT.test(line)))
      );
  }
}

function isFullName(line: string): boolean {
  return /^\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]*){1,3}$/u.test(line);
}

function soundsSpoken(lines: readonly string[]): boolean {
  return (
    lines.some((line) => line.endsWith('?')) || lines.filter((line) => SENTENCE_END.test(line)).length > 1
  );
}

/** How an encoding is called by people and by iconv, and by the decoder here. */
interface Guess {
  readonly name: string;
  readonly iconv: string;
  readonly label: string;
  /** What stands in texts in it, apart from plain letters. */
  readonly holds: RegExp;
}

const KANA = /[\u3041-\u30ff]/;

/** Tried in this order. Whatever bytes there are, they are some text in the last one. */
const GUESSES: readonly Guess[] = [
  { name: 'Shift-JIS', iconv: 'SHIFT_JIS', label: 'shift_jis', holds: KANA },
  { name: 'EUC-JP', iconv: 'EUC-JP', label: 'euc-jp', holds: KANA },
  { name: 'EUC-KR', iconv: 'EUC-KR', label: 'euc-kr', holds: /[\uac00-\ud7a3]{2}/ },
  { name: 'GB18030', iconv: 'GB18030', label: 'gb18030', holds: /[\u4e00-\u9fff]{2}/ },
  { name: 'Big5', iconv: 'BIG5', label: 'big5', holds: /[\u4e00-\u9fff]{2}/ },
  {
    name: 'Mac Roman',
    iconv: 'MACINTOSH',
    label: 'macintosh',
    holds: /[a-z][\u00c0-\u017f]|[\u00c0-\u017f][a-z]/,
  },
];

/** How much of a text is looked at. */
const SAMPLE = 1 << 16;

/** The encoding that bytes seem to be in, which is none that can be read; null if none is likely. */
export function guessEncoding(bytes: Buffer): Pick<Guess, 'name' | 'iconv'> | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0)) return null;
  return GUESSES.find(({ label, holds }) => holds.test(decode(sample, label) ?? '')) ?? null;
}

function decode(bytes: Buffer, label: string): string | null {
  try {
    // The end of the sample may be in the middle of a character.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

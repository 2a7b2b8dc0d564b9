import type { WriteStream } from 'node:tty';
import type { Language } from '../model/text.ts';
import { canRedraw } from './terminal.ts';

/** Progress of a run on stderr. */
export interface Progress {
  /** After each file. */
  step(done: number, file: string): void;
  end(): void;
}

const silent: Progress = { step: () => undefined, end: () => undefined };

/** A bar on a terminal, one line for every ten files elsewhere, nothing when quiet. The first line appears at once. */
export function progressOn(
  stream: WriteStream,
  {
    lang,
    total,
    owed,
    quiet,
  }: {
    readonly lang: Language;
    readonly total: number;
    /** Units that owe something; 0 without a roster, or by one that does not say what they owe. */
    readonly owed: number;
    readonly quiet: boolean;
  },
): Progress {
  if (quiet) return silent;
  const zh = `收件 ${total} 份${owed === 0 ? '' : ` · 应报 ${owed} 家`}`;
  const en = `${total} files${owed === 0 ? '' : ` · ${owed} units owe`}`;
  stream.write(`${lang === 'zh' ? zh : en}\n`);
  return canRedraw(stream) ? bar(stream, lang, total) : lines(stream, lang, total);
}

function lines(stream: WriteStream, lang: Language, total: number): Progress {
  return {
    step(done) {
      if (done % 10 === 0 || done === total)
        stream.write(`${lang === 'zh' ? '核验' : 'checked'} ${done}/${total}\n`);
    },
    end: () => undefined,
  };
}

function bar(stream: WriteStream, lang: Language, total: number): Progress {
  let show: Progress = silent;
  let isOver = false;
  // The bar's library is loaded while the first files are read.
  void import('cli-progress').then(({ default: { SingleBar, Presets } }) => {
    if (isOver) return;
    const single = new SingleBar(
      {
        stream,
        format: `${lang === 'zh' ? '核验' : 'Checking'} [{bar}] {value}/{total}  {file}`,
        hideCursor: true,
        clearOnComplete: true,
      },
      Presets.shades_classic,
    );
    single.start(total, 0, { file: '' });
    show = { step: (done, file) => single.update(done, { file: plain(file) }), end: () => single.stop() };
  });
  return {
    step: (done, file) => show.step(done, file),
    end() {
      isOver = true;
      show.end();
      show = silent;
    },
  };
}

/** File names are text from outside: control and direction characters must not reach the terminal. */
function plain(file: string): string {
  return file.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

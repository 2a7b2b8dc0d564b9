import type { WriteStream } from 'node:tty';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether lines on a stream may be redrawn: a person's terminal, not a log of a build (`CI`) nor one that cannot (`TERM=dumb`). */
export function canRedraw(stream: Pick<WriteStream, 'isTTY'>, env: Environment = process.env): boolean {
  return stream.isTTY === true && !isSet(env.CI) && env.TERM !== 'dumb';
}

/** Whether a stream is given colours: a terminal that has them, whose owner has not said no (no-color.org). */
export function hasColours(stream: Pick<WriteStream, 'isTTY'>, env: Environment = process.env): boolean {
  return stream.isTTY === true && !isSet(env.NO_COLOR) && env.TERM !== 'dumb';
}

/** An empty variable is as good as none; builds also write `CI=false`. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}

/** What the process tells whoever started it. The highest applies: an unread file must not look like some errors. */
export const exitCodes = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Did not run: usage, settings, roster. */
  usage: 2,
  /** Ran, but a file could not be read or recognised. */
  unread: 3,
  /** Ran, but a rule or writer of ours failed, or the disk did. */
  failure: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** The file by which a run folder is known; it is written last. */
export const runFolderMarker = 'run.json';

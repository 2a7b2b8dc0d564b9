/**
 * A file of the pipeline's folder, e.g. `policy/profiles/`. Modules are bundled when built, so that none can say where a
 * file lies from its own place; the folder keeps its name in the source and in the build.
 */
export function besidePipeline(path: string): URL {
  const here = import.meta.url;
  const folder = '/pipeline/';
  return new URL(path, here.slice(0, here.lastIndexOf(folder) + folder.length));
}

/** A file of the pipeline's folder in the build: a program to be run by itself, or data made there. Sources run only under the test runner, beside a build. */
export function besideBuild(path: string): URL {
  return besidePipeline(import.meta.url.endsWith('.ts') ? `../dist/pipeline/${path}` : path);
}

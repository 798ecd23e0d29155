/** After an installation: bundles, where the tools for that were installed too. In JavaScript, for whatever Node is there. */
try {
  import.meta.resolve('rolldown');
  const { bundle } = await import('./bundle.ts');
  await bundle(new URL('..', import.meta.url));
} catch (error) {
  console.log(`Dateline will start from its sources, since it could not be bundled: ${error.message}`);
}

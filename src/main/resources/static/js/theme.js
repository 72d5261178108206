// Puts the chosen theme on before the first paint; the design system's script takes over afterwards.
(() => {
  const root = document.documentElement;
  let scheme = 'system';
  try {
    scheme = localStorage.getItem('scheme') || scheme;
  } catch {
    // storage is refused: the device decides
  }
  const dark = scheme === 'dark' || (scheme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-fr-scheme', scheme);
  root.setAttribute('data-fr-theme', dark ? 'dark' : 'light');
})();

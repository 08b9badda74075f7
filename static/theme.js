// Runs before the first paint so that no theme flashes by; the app takes over from here.
(function () {
  var theme = null;
  try {
    theme = localStorage.getItem('greenlane-theme');
  } catch (_) {
    theme = null;
  }
  if (theme !== 'dark' && theme !== 'light') {
    theme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  }
  document.documentElement.dataset.theme = theme;
})();

// Runs before the first paint, so that a chosen theme never flashes. See src/theme.ts.
try {
  const theme = localStorage.getItem('tddh.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const language = localStorage.getItem('tddh.language');
  if (language === 'en') document.documentElement.lang = 'en';
} catch {
  // A browser that refuses storage follows the system.
}

/** Light, dark, or as the system has it; what was chosen is kept in this browser. */
const KEY = 'parley.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

export const THEMES = ['system', 'light', 'dark'];

export function chosenTheme() {
  const chosen = localStorage.getItem(KEY);
  return THEMES.includes(chosen) ? chosen : 'system';
}

export function chooseTheme(theme) {
  localStorage.setItem(KEY, theme);
  applyTheme();
}

export function applyTheme() {
  const chosen = chosenTheme();
  const now = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen;
  document.documentElement.dataset.theme = now;
  const canvas = getComputedStyle(document.documentElement).getPropertyValue('--canvas').trim();
  document.querySelector('meta[name=theme-color]').content = canvas;
}

dark.addEventListener('change', applyTheme);

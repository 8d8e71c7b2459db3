/** Tells elements when they come near to what is seen, and when they are far from it again. */
const NEAR = '800px';

const watched = new WeakMap();
// The second is for what scrolls in a place of its own; browsers that do not know it tell when an element is seen.
const watcher = new IntersectionObserver((entries) => entries.forEach((entry) => watched.get(entry.target)?.(entry.isIntersecting)), { rootMargin: NEAR, scrollMargin: NEAR });

/** @param told whether it is near now; at once, and with each change */
export function watch(element, told) {
  watched.set(element, told);
  watcher.observe(element);
}

export function unwatch(element) {
  watched.delete(element);
  watcher.unobserve(element);
}

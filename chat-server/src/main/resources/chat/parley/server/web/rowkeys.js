/** What keys and fingers do with a row, wherever it stands. */

/** Opens the menu of a row that was touched or clicked with the other button, but not of what is in it. */
export function held(event, act) {
  if (act && !event.target.closest('a, button, .body pre') && String(getSelection()) === '') {
    event.preventDefault();
    act(event);
  }
}

/** @param select makes a row the selected one: its key, and what to do then */
export function rowKey(event, act, select) {
  if (event.target !== event.currentTarget) {
    return;
  }
  const step = { ArrowUp: 'previous', ArrowDown: 'next' }[event.key];
  if (step) {
    event.preventDefault();
    let row = event.currentTarget;
    do {
      row = row[`${step}ElementSibling`];
    } while (row && !row.matches('.message'));
    if (row) {
      select(row.dataset.key, () => row.focus());
      row.scrollIntoView({ block: 'nearest' });
    }
  } else if (act && (event.key === 'Enter' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
    event.preventDefault();
    act(event);
  }
}

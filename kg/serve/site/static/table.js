// Tables that sort by a column: a button in each heading, which says what it did.

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function sortable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    const isNumber = head.classList.contains('amount');
    const value = row => row.cells[at].textContent.trim();
    button.addEventListener('click', () => {
      const before = head.getAttribute('aria-sort');
      // Numbers from the largest, names from A; a third click goes back to the order of the answer.
      const order = isNumber ? ['descending', 'ascending', null] : ['ascending', 'descending', null];
      const next = order[(order.indexOf(before) + 1) % order.length];
      for (const other of heads) other.removeAttribute('aria-sort');
      if (next) head.setAttribute('aria-sort', next);
      const turn = next === 'descending' ? -1 : 1;
      const compare = (one, other) => {
        const [a, b] = [value(one), value(other)];
        if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
        return turn * (isNumber ? Number(a) - Number(b) : collator.compare(a, b));
      };
      body.replaceChildren(...(next ? [...rows].sort(compare) : rows));
    });
  });
}

for (const table of document.querySelectorAll('table[data-sort]')) if (table.tBodies[0].rows.length > 1) sortable(table);

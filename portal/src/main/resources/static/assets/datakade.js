/* Small comforts. Everything but the upload works without them. */

const spoken = document.documentElement.lang;

/* a sheet closes on Escape and on a click beside it */
const profile = document.querySelector('.profile');
if (profile) {
  document.addEventListener('click', event => {
    if (!profile.contains(event.target)) profile.open = false;
  });
  profile.addEventListener('keydown', event => {
    if (event.key === 'Escape' && profile.open) {
      profile.open = false;
      profile.querySelector('summary').focus();
    }
  });
}

/* on a narrow screen the facets start folded */
if (matchMedia('(max-width: 56rem)').matches) {
  document.querySelectorAll('[data-narrow-closes]').forEach(details => (details.open = false));
}

/* copying a piece of code */
document.querySelectorAll('[data-copy]').forEach(button => {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = before), 2000);
  });
});

/* Ctrl or Cmd with Enter runs a query */
document.querySelectorAll('[data-submit-keys]').forEach(field =>
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) field.form.requestSubmit();
  })
);

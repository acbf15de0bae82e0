/* Small comforts. Everything works without them. */

const spoken = document.documentElement.lang;
document.querySelectorAll('[data-with-script]').forEach(element => (element.hidden = false));

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

/* a page that the browser kept shows itself only to the person whose page it was */
addEventListener('pageshow', async event => {
  const whose = document.documentElement.dataset.visitor;
  if (!event.persisted || !whose) return;
  document.documentElement.hidden = true;
  try {
    const now = await (await fetch('/session', {cache: 'no-store'})).text();
    if (now === whose) {
      document.documentElement.hidden = false;
      return;
    }
  } catch {
    /* without an answer nobody can say whose session it is */
  }
  location.reload();
});

/* what came of it is read first */
document.querySelector('[data-first]')?.focus();

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

/* bringing a file: drop it, see it go, read the answer in place */
const upload = document.querySelector('[data-upload]');
if (upload) {
  const part = name => upload.querySelector(`[data-${name}]`);
  const file = upload.elements.file;
  const name = upload.elements.dataset;
  const bar = upload.querySelector('progress');
  const sizes = new Intl.NumberFormat(spoken, {maximumFractionDigits: 1});
  const shares = new Intl.NumberFormat(spoken, {style: 'percent'});
  const size = bytes => (bytes < 1024 * 1024 ? `${sizes.format(bytes / 1024)} kB` : `${sizes.format(bytes / 1024 / 1024)} MB`);

  /* a name to begin with, when none is given yet */
  file.addEventListener('change', () => {
    if (name.value || !file.files.length) return;
    name.value = file.files[0].name.replace(/\.[^.]*$/, '').normalize('NFD').toLowerCase()
      .replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 100);
  });

  const drop = part('drop');
  const over = yes => event => {
    event.preventDefault();
    drop.classList.toggle('over', yes);
  };
  drop.addEventListener('dragenter', over(true));
  drop.addEventListener('dragover', over(true));
  drop.addEventListener('dragleave', over(false));
  drop.addEventListener('drop', event => {
    over(false)(event);
    if (!event.dataTransfer.files.length) return;
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    file.files = one.files;
    file.dispatchEvent(new Event('change'));
  });

  const busy = yes => {
    part('progress').hidden = !yes;
    upload.querySelector('[type=submit]').disabled = yes;
    if (yes) document.getElementById('upload-answer').replaceChildren();
  };
  const tell = text => {
    part('sent').textContent = text;
    part('told').textContent = text;
  };
  const fail = text => {
    const note = document.createElement('p');
    note.className = 'note bad';
    note.setAttribute('role', 'alert');
    note.textContent = text;
    document.getElementById('upload-answer').replaceChildren(note);
    busy(false);
  };

  upload.addEventListener('submit', event => {
    event.preventDefault();
    const sender = new XMLHttpRequest();
    let toldAt = 0;
    sender.upload.addEventListener('progress', sent => {
      bar.value = sent.loaded / sent.total;
      const text = `${size(sent.loaded)} / ${size(sent.total)} (${shares.format(bar.value)})`;
      part('sent').textContent = `${upload.dataset.sending} ${text}`;
      if (Date.now() - toldAt > 5000) {
        toldAt = Date.now();
        part('told').textContent = shares.format(bar.value);
      }
    });
    sender.upload.addEventListener('load', () => {
      bar.removeAttribute('value');
      tell(upload.dataset.verifying);
    });
    sender.addEventListener('load', () => {
      if (sender.status < 400) {
        location.assign(sender.responseURL);
        return;
      }
      if (sender.status === 401) {
        /* the session has ended: this page leads to signing in, and has the name again afterwards */
        location.reload();
        return;
      }
      const answer = new DOMParser().parseFromString(sender.responseText, 'text/html').getElementById('upload-answer');
      if (!answer || !answer.children.length) {
        fail(upload.dataset.broken);
        return;
      }
      document.getElementById('upload-answer').replaceWith(answer);
      answer.querySelectorAll('.note').forEach(note => note.setAttribute('role', 'alert'));
      busy(false);
    });
    sender.addEventListener('error', () => fail(upload.dataset.broken));
    sender.addEventListener('abort', () => fail(upload.dataset.stopped));
    part('stop').onclick = () => sender.abort();
    bar.value = 0;
    tell(upload.dataset.sending);
    busy(true);
    sender.open('POST', upload.action);
    sender.send(new FormData(upload));
  });
}

/* a delivery on its way is looked at again until it is there */
const underway = () => document.querySelector('#way[data-underway]');
const look = async () => {
  try {
    const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.getElementById('way');
    const shown = document.getElementById('way');
    if (now && now.querySelector('h2').textContent !== shown.querySelector('h2').textContent) {
      shown.innerHTML = now.innerHTML;
      if (!now.dataset.underway) shown.removeAttribute('data-underway');
    }
  } catch {
    /* the next look may succeed */
  }
  if (underway()) setTimeout(look, 1500);
};
if (underway()) setTimeout(look, 1500);

// Line numbers, the marked line, dropping a file, and going from a finding to its place. The page works without all of it.
(function () {
  'use strict';
  var yaml = document.getElementById('yaml');
  var gutter = document.getElementById('gutter');
  var drop = document.getElementById('drop');
  var file = document.getElementById('file');
  var dataset = document.getElementById('dataset');
  if (!yaml || !gutter) { return; }
  document.documentElement.classList.add('scripted');
  var lines = 0;

  function number() {
    var wanted = yaml.value.split('\n').length;
    while (lines < wanted) {
      lines += 1;
      var line = document.createElement('span');
      line.textContent = String(lines);
      gutter.appendChild(line);
    }
    while (lines > wanted) {
      gutter.removeChild(gutter.lastChild);
      lines -= 1;
    }
    gutter.scrollTop = yaml.scrollTop;
  }

  function mark() {
    var problem = document.getElementById('problem');
    var at = problem ? Number(problem.getAttribute('data-line')) : 0;
    Array.prototype.forEach.call(gutter.children, function (line, index) {
      line.className = index + 1 === at ? 'wrong' : '';
    });
    yaml.setAttribute('aria-invalid', at > 0 ? 'true' : 'false');
  }

  // typed in, not set, so that undoing brings the former text back
  function take(drafted) {
    if (!drafted) { return; }
    yaml.focus();
    yaml.select();
    if (!document.execCommand('insertText', false, drafted.value)) { yaml.value = drafted.value; }
    yaml.setSelectionRange(0, 0);
    yaml.scrollTop = 0;
    drafted.remove();
    number();
  }

  function goTo(id) {
    var target = document.getElementById(id);
    if (!target) { return false; }
    Array.prototype.forEach.call(document.querySelectorAll('.found'), function (old) { old.classList.remove('found'); });
    target.classList.add('found');
    target.scrollIntoView({ block: 'center', inline: 'nearest' });
    target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
    return true;
  }

  function toLine(at) {
    var before = yaml.value.split('\n').slice(0, at - 1).join('\n').length;
    var start = at > 1 ? before + 1 : 0;
    var end = yaml.value.indexOf('\n', start);
    yaml.focus();
    yaml.setSelectionRange(start, end < 0 ? yaml.value.length : end);
    number();
  }

  yaml.addEventListener('input', number);
  dataset.addEventListener('change', function () { document.getElementById('file-name').textContent = dataset.value + '.yaml'; });
  yaml.addEventListener('scroll', function () { gutter.scrollTop = yaml.scrollTop; });
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a.goto, a.line');
    if (!link) { return; }
    if (link.classList.contains('line')) {
      event.preventDefault();
      toLine(Number(document.getElementById('problem').getAttribute('data-line')));
    } else if (goTo(link.getAttribute('href').slice(1))) {
      event.preventDefault();
    }
  });

  ['dragenter', 'dragover'].forEach(function (name) {
    document.addEventListener(name, function (event) {
      event.preventDefault();
      drop.classList.add('over');
    });
  });
  document.addEventListener('dragleave', function () { drop.classList.remove('over'); });
  document.addEventListener('drop', function (event) {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer && event.dataTransfer.files.length > 0) {
      file.files = event.dataTransfer.files;
      file.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  // a chosen file takes the place of a stored sample, and the other way round
  file.addEventListener('change', function () { document.getElementById('sample').value = ''; });
  document.getElementById('sample').addEventListener('change', function () { file.value = ''; });

  var scrolled = [0, 0];
  document.addEventListener('htmx:beforeSwap', function () {
    var box = document.querySelector('.picture .scroll');
    scrolled = box ? [box.scrollLeft, box.scrollTop] : [0, 0];
  });
  document.addEventListener('htmx:afterSettle', function () {
    var box = document.querySelector('.picture .scroll');
    if (box) { box.scrollTo(scrolled[0], scrolled[1]); }
    take(document.getElementById('drafted'));
    mark();
  });
  // htmx sends the form's own requests to the formaction of the button last clicked; a second draft would undo what is being typed
  Array.prototype.forEach.call(document.querySelectorAll('button[formaction]'), function (button) { button.removeAttribute('formaction'); });
  // with scripts the draft is saved from the page itself
  document.querySelector('[data-plain]').addEventListener('click', function (event) {
    event.preventDefault();
    var saved = new Blob([yaml.value], { type: 'application/yaml' });
    var link = document.createElement('a');
    link.href = URL.createObjectURL(saved);
    link.download = dataset.value + '.yaml';
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  });

  number();
  mark();
}());

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How the built page names its script and its stylesheet, relative to itself. */
const assetTag = /<(?:script|link)\b[^>]*"\.\/assets\/[^"]+"[^>]*>(?:<\/script>)?/g;

/** The tags that bring in the plugin, as they stand in the built page. */
export async function readPluginTags(pageFolder: string): Promise<string> {
  const tags = (await readFile(join(pageFolder, 'index.html'), 'utf8')).match(assetTag);
  if (!tags) throw new Error(`${pageFolder}/index.html names no script of its own.`);
  return tags.join('\n');
}

/**
 * A page of somebody else's with a place for the plugin in it. Its elements are those that a hosting panel has around
 * its content, and bear the names that style sheets like to use.
 *
 * @param styles where its style sheet lies
 * @param plugin the tags that bring in the plugin; without them the place stays empty
 */
export function hostPage(styles: string, plugin: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A hosting panel</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${styles}">
    <script src="host/require.js"></script>
    <script>${watchDefine}</script>
  </head>
  <body class="page">
    <nav class="navbar nav"><ul class="list"><li><a class="link active" href="#panel">Tools</a></li></ul></nav>
    <h1 class="title page-header">A hosting panel</h1>
    <div id="email-firewall"></div>
    <section class="card panel">
      <h2 class="heading">Statistics <span class="badge label">3</span></h2>
      <p class="text muted notice">The disk is <strong>half</strong> full. <a class="link" href="#more">More</a></p>
      <ol class="rules"><li class="rule">First</li><li class="rule">Second</li></ol>
      <table class="table">
        <caption>Usage</caption>
        <thead><tr><th>Name</th><th>Value</th></tr></thead>
        <tbody><tr class="row"><td>Disk</td><td><code>1 GB</code></td></tr></tbody>
      </table>
      <form class="form">
        <fieldset class="field"><legend>Search</legend>
          <label class="label" for="host-text">Text</label> <input class="input" id="host-text" type="text">
          <label><input class="choice" type="checkbox"> Exact</label> <label><input type="radio"> Once</label>
          <select class="select"><option>All</option></select> <textarea class="textarea"></textarea>
          <button class="button btn" type="button">Go</button> <button class="skeleton" type="submit">Stop</button>
        </fieldset>
      </form>
      <svg class="icon" width="16" height="16" viewBox="0 0 16 16"><path d="M0 0h16v16H0z"></path></svg>
    </section>
    <div class="modal dialog overlay" role="presentation"><div class="backdrop"></div><p>In front</p></div>
    <footer class="footer"><small>Version 1</small> <hr></footer>
    ${plugin}
  </body>
</html>
`;
}

/** Counts in `defined` how often anything registers itself with RequireJS. */
const watchDefine = `
  const amdDefine = define;
  window.defined = 0;
  window.define = (...parts) => { window.defined++; return amdDefine(...parts); };
  window.define.amd = amdDefine.amd;
`;

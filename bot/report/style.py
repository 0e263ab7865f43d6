"""How the page and its plots look, in light and dark, from a phone's width on."""

# Text has a contrast of at least 4.5 to 1 with what it stands on, lines of plots at least 3 to 1.
_LIGHT = (
    "--ink:#1b1f24;--faint:#5b636d;--ground:#fff;--raised:#f4f6f8;--rule:#d5dae0;--link:#0b57d0;"
    "--s0:#0b57d0;--s1:#b3261e;--s2:#146c2e;--s3:#7b3fb3"
)
_DARK = (
    "--ink:#e8eaed;--faint:#a9b1ba;--ground:#14171a;--raised:#1e2328;--rule:#3a4149;--link:#8ab4f8;"
    "--s0:#8ab4f8;--s1:#f2b8b5;--s2:#7fd08f;--s3:#d2a8ff"
)
_DARK_RULE = "@media (prefers-color-scheme:dark)"

_MARKS = """
.plot{font:11px system-ui,sans-serif}
.plot text{fill:var(--ink)}.plot .tick{fill:var(--faint)}
.plot .rule{stroke:var(--rule)}.plot .axis{stroke:var(--faint)}
.plot .ideal{stroke:var(--faint);stroke-dasharray:3 3}
.plot .line{fill:none;stroke-width:2;stroke-linejoin:round}
.plot .s0{stroke:var(--s0)}.plot .s1{stroke:var(--s1);stroke-dasharray:7 3}
.plot .s2{stroke:var(--s2);stroke-dasharray:2 2}.plot .s3{stroke:var(--s3);stroke-dasharray:9 3 2 3}
.plot .bar0,.plot .dot{fill:var(--s0)}
.plot .bar1{fill:none;stroke:var(--s1);stroke-width:1.5}
.plot .bar2{fill:var(--faint)}
"""

# A plot in a file of its own has no page around it that would set the colours.
PLOT = f".plot{{{_LIGHT}}}{_DARK_RULE}{{.plot{{{_DARK}}}}}{_MARKS}"

PAGE = f""":root{{color-scheme:light dark;{_LIGHT}}}{_DARK_RULE}{{:root{{{_DARK}}}}}
*{{box-sizing:border-box}}
body{{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif;
 overflow-wrap:anywhere}}
header,main,footer{{max-width:60rem;margin:0 auto;padding:0 1rem}}
h1{{font-size:1.5rem;line-height:1.25;margin:1.25rem 0 .25rem}}
h2{{font-size:1.2rem;margin:2.25rem 0 .5rem;padding-top:.5rem;border-top:1px solid var(--rule)}}
h3{{font-size:1rem;margin:1.25rem 0 .5rem}}
p,ul,ol,dl{{margin:.5rem 0}}
a{{color:var(--link)}}
:focus-visible{{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}}
.skip{{position:absolute;left:-999rem}}
.skip:focus{{left:1rem;top:.5rem;background:var(--ground);padding:.5rem 1rem}}
.faint,caption,figcaption{{color:var(--faint);font-size:.9rem}}
nav ul{{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}}
nav a{{display:inline-block;padding:.35rem 0}}
.wide{{overflow-x:auto;max-width:100%}}
table{{border-collapse:collapse;font-variant-numeric:tabular-nums;overflow-wrap:normal}}
caption{{text-align:left;padding-bottom:.25rem}}
th,td{{padding:.3rem .75rem .3rem 0;text-align:right;border-bottom:1px solid var(--rule);vertical-align:top}}
th:first-child,td:first-child{{text-align:left;font-weight:normal}}
thead th{{font-weight:600}}
.plots{{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1rem}}
figure{{margin:0;min-width:0}}
.plot{{width:100%;height:auto;display:block}}
details{{border:1px solid var(--rule);border-radius:6px;margin:.5rem 0;background:var(--raised)}}
summary{{padding:.6rem .75rem;cursor:pointer}}
details>:not(summary){{margin-left:.75rem;margin-right:.75rem}}
details>:last-child{{margin-bottom:.75rem}}
summary .faint{{display:block}}
dt{{font-weight:600;margin-top:.6rem}}dd{{margin:0}}
blockquote{{margin:.4rem 0;padding-left:.75rem;border-left:3px solid var(--rule)}}
ol{{padding-left:1.5rem}}
strong{{font-weight:700}}
@media print{{details{{break-inside:avoid}}}}
{_MARKS}"""

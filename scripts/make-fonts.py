"""Makes the committed fonts of src/render/fonts/ from Source Sans 3 (run once; the result is committed).

    python3 -m venv .venv && .venv/bin/pip install fonttools==4.68.0 brotli
    npm install --no-save @expo-google-fonts/source-sans-3@0.4.1     (the full TTF files and their licence)
    .venv/bin/python scripts/make-fonts.py node_modules/@expo-google-fonts/source-sans-3

"Source" is a reserved font name, so the subsets are called Notat Sans. They are unhinted, in TrueType outlines, and hold only what
src/render/fonts.ts can read: kerning of pairs (GPOS 2), single and ligature substitution (GSUB 1 and 4).
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = {400: ('400Regular/SourceSans3_400Regular.ttf', 'Regular'), 600: ('600SemiBold/SourceSans3_600SemiBold.ttf', 'SemiBold')}
FAMILY = 'Notat Sans'
FEATURES = ['kern', 'liga', 'pnum', 'tnum']
TEXT = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1, Latin Extended-A
    *range(0x218, 0x21C),  # Romanian
    *range(0x1E80, 0x1E86),  # Welsh
    0x1E9E, 0x1EF2, 0x1EF3,
    0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x202F,
    0x2009, 0x2007, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122,
    0x2070, *range(0x2074, 0x207A), *range(0x2080, 0x208A),
    0x2153, 0x2154, 0x215B, 0x215C, 0x215D, 0x215E,
    0x2190, 0x2191, 0x2192, 0x2193, 0x2206, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
]  # fmt: skip


def make(source: Path, weight: int, style: str, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_kern = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ['DSIG', 'STAT', 'GDEF', 'gasp']
    subsetter = subset.Subsetter(options)
    absent = [hex(c) for c in TEXT if c not in font.getBestCmap()]
    print(weight, 'not in the source:', *absent)
    subsetter.populate(unicodes=TEXT)
    subsetter.subset(font)
    names = {
        1: f'{FAMILY}{"" if weight == 400 else f" {style}"}',
        2: 'Regular',
        3: f'NotatSans-{style}',
        4: f'{FAMILY} {style}',
        6: f'NotatSans-{style}',
        16: FAMILY,
        17: style,
    }
    table = font['name']
    for record in list(table.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17):
            table.removeNames(nameID=record.nameID)
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    font['OS/2'].usWeightClass = weight
    font.save(target.with_suffix('.ttf'))
    font.flavor = 'woff2'
    font.save(target.with_suffix('.woff2'))
    for suffix in ('.ttf', '.woff2'):
        print(target.with_suffix(suffix).name, target.with_suffix(suffix).stat().st_size)


package = Path(sys.argv[1])
folder = Path(__file__).parent.parent / 'src/render/fonts'
for weight, (file, style) in WEIGHTS.items():
    make(package / file, weight, style, folder / f'notat-sans-{weight}')
(folder / 'OFL.txt').write_text((package / 'LICENSE_FONT').read_text())

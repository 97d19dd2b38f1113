#!/bin/sh
# Validates PDFs with veraPDF against every standard they claim, and fails unless each claims and meets PDF/A-3a and PDF/UA-1.
#
#     npm run conformance                the PDFs of the built examples
#     npm run conformance -- FILE...     these
#
# Needs Java and Maven. veraPDF is fetched once, into node_modules/.cache/verapdf.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
lib="$root/node_modules/.cache/verapdf"

if [ $# -eq 0 ]; then
  for file in "$root"/examples/*/out/*.pdf; do
    [ -e "$file" ] && set -- "$@" "$file"
  done
fi
if [ $# -eq 0 ]; then
  echo "no PDF given, and none in examples/*/out: build the examples first" >&2
  exit 2
fi

if [ ! -e "$lib/.complete" ]; then
  mkdir -p "$lib"
  mvn -q -B -f "$here/conformance-pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib"
  touch "$lib/.complete"
fi

# flavour 0: every standard that the file declares, a line each. A file that declares nothing is judged by a default, so both lines are asked for.
report=$(java -cp "$lib/*" org.verapdf.apps.GreenfieldCliWrapper -f 0 --format text -v "$@") || true
echo "$report"
status=0
for file in "$@"; do
  for flavour in 3a ua1; do
    if ! echo "$report" | grep -F "$file" | grep -q "^PASS .* $flavour\$"; then
      echo "$file: no PASS for $flavour" >&2
      status=1
    fi
  done
done
exit $status

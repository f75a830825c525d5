#!/bin/sh
# The main job on the five real campaigns: check, score, publish, report, check again. Usage: demo.sh THIDUA
set -eu
thidua="$1"
out="out"

echo "== 1. thidua validate plans"
echo "   (exit 1 is expected: the campaigns are kept as they were issued, and two of them break the 15 % cap)"
code=0
"$thidua" validate plans || code=$?
if [ "$code" -ne 1 ]; then
  echo "demo: validate ended with $code, expected 1" >&2
  exit 1
fi

for plan in plans/*/; do
  echo
  echo "== 2. thidua score ${plan}units.csv"
  "$thidua" score "${plan}units.csv"
done

echo
echo "== 3. thidua render plans --docx --html -o $out"
"$thidua" render plans --docx --html -o "$out"

echo
echo "== 4. thidua report plans/ha-tinh-2022/units.csv --period nam -o $out/bao-cao.docx"
"$thidua" report plans/ha-tinh-2022/units.csv --period nam -o "$out/bao-cao.docx"

echo
echo "== 5. thidua check $out"
"$thidua" check "$out"

echo
echo "The documents, ready to open in Word:"
find "$out" -name '*.docx' | sort | while read -r path; do echo "  $path"; done

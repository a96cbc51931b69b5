/** A script in which nearly every construct of the language occurs. */
export const everyCommand = `#!/usr/bin/env bash
set -euo pipefail
trap 'echo failed; exit 1' ERR
STAGE=\${1:-staging} REGION="eu"
readonly ROOT="$(cd "$(dirname "\${BASH_SOURCE[0]}")/.." && pwd)"
declare -a WORDS=(--name "$STAGE" x)
WORDS+=(more)
WORDS[0]=first
export AWS_REGION=$REGION
log() { echo "[$(date)] $*" >&2; }
die() {
  log "$1"
  exit "\${2:-1}"
}
function run { log "+ $*"; "$@"; }
check() (
  cd "$ROOT"
  local f1 limit=0.8
  f1=$(jq -r '.metrics.f1' metrics.json)
  if (( $(echo "$f1 < $limit" | bc -l) )); then return 1; fi
  awk -v a="$f1" 'BEGIN { exit !(a >= 0.8) }' || return 1
)
while [ $# -gt 0 ]; do
  case "$1" in
    --stage) STAGE="$2"; shift 2 ;;
    --stage=*) STAGE="\${1#*=}"; shift ;;
    -h|--help) log usage; exit 0 ;;
    *) break ;;
  esac
done
check || die "too low" 3
if [[ -z "\${TOKEN:-}" && ! -f .token ]] || [ "$STAGE" != production -a -n "$REGION" ]; then
  echo none
elif test -d models; then
  :
else
  unset TOKEN
fi
for model in a b "\${WORDS[@]}"; do
  [[ $model =~ ^[a-z]+$ ]] || continue
  run aws s3 cp "model/$model" "s3://bucket/\${model%.*}" --no-progress
done
for ((i = 0; i < 3; i++)); do sleep "$i"; done
until curl -fsS http://x/health > /dev/null 2>&1; do sleep 1; done
python3 - "$STAGE" <<'EOF'
import sys
print(sys.argv[1])
EOF
cat <<EOT | bash -s
echo $STAGE \${REGION} $(date)
EOT
python -c "print('$STAGE')" && bash -ec 'deploy $0' x
read -r -p "Promote? " answer
[[ $answer == [Yy]* ]] || exit 1
{ ./a.sh; ./b.sh; } > log 2>&1 &
wait $!
rc=$?
diff <(sort a) <(sort b) || true
! grep -q bad log
((rc == 0)) && ROUNDS=$((rc + 1))
eval "$HOOK"
source ./env.sh
. "$ROOT/lib.sh"
VERSION=$(git describe | tr -d v) NAME=x aws sagemaker update-model-package \\
  --model-approval-status Approved
exec ./serve.sh "$@"
`

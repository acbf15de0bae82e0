#!/usr/bin/env bash
# Starts Keycloak, unless a secret is missing that its realm files name: Keycloak would take the text of the placeholder,
# which everybody can read, for the secret.
set -euo pipefail
shopt -s nullglob

missing=()
for file in "${DATAKADE_REALM_FILES:-/opt/keycloak/data/import}"/*.json; do
  text=$(<"$file")
  while [[ $text =~ \$\{(DATAKADE_SECRET_[A-Z0-9_]+)\} ]]; do
    name=${BASH_REMATCH[1]}
    text=${text//"${BASH_REMATCH[0]}"/}
    if [ -z "${!name:-}" ]; then missing+=("$name"); fi
  done
done
if [ ${#missing[@]} -gt 0 ]; then
  printf '%s is not set: put it into departments.env, or into .env when docker-compose.yml names it.\n' "${missing[@]}" >&2
  exit 1
fi
exec "${DATAKADE_KEYCLOAK:-/opt/keycloak/bin/kc.sh}" "$@"

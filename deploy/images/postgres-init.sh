#!/usr/bin/env bash
# Runs once, in an empty PostgreSQL: a role and a schema for each service, and a database for Keycloak.
set -euo pipefail
run() { psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$1" "${@:2}"; }

for service in ingest catalog quality access; do
    password_of="DATAKADE_${service^^}_DB_PASSWORD"
    run datakade -v role="datakade_$service" -v schema="$service" -v password="${!password_of}" <<'SQL'
create role :"role" login password :'password';
create schema :"schema" authorization :"role";
alter role :"role" set search_path = :"schema", public;
SQL
done
# the log that access appends to belongs to a role that nobody logs in with
run datakade -v service=datakade_access -v owner=datakade_access_log -f /datakade/disclosure-log.sql
run datakade -c 'create extension if not exists pg_trgm' -c 'create extension if not exists unaccent'
run datakade -v password="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
SQL

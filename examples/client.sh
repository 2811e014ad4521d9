#!/bin/sh
set -eu
WORKSPACE=${ALMAGEST_URL:-http://127.0.0.1:3000}/v1/workspaces/${ALMAGEST_WORKSPACE:-default}
api() { curl -sS --fail-with-body -H "Authorization: Bearer $ALMAGEST_TOKEN" "$@"; }
field() { sed "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/"; }

JOB=$(api "$WORKSPACE/imports" -F resource_type=instruments -F "file=@$1" | field id)
# The server sends the job at each change until it ends; the last one says how.
api -N "$WORKSPACE/imports/$JOB/events" | sed -n 's/^data: //p' | tail -n 1 > job.json
echo "$(field status < job.json): $(field created_count < job.json) created, $(field failed_count < job.json) failed"

JOB=$(api "$WORKSPACE/exports" -H 'Content-Type: application/json' \
  -d '{"object_type":"instruments","filter":{"field":"type_id","op":"eq","value":"equity"}}' | field id)
api -N "$WORKSPACE/exports/$JOB/events" | sed -n 's/^data: //p' | tail -n 1 > job.json
api -o "$2" "$WORKSPACE/exports/$JOB/download"
echo "$2: $(field row_count < job.json) records, SHA-256 $(field sha256 < job.json)"

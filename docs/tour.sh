#!/usr/bin/env bash
# Walks through LedgerBank as its users would: start the service first (./mvnw -q), then run this.
# Needs curl; prints prettier JSON where jq is installed. BASE names another address than the default.
set -euo pipefail

BASE=${BASE:-http://localhost:8080}
RUN="tour-$(date +%s)-$$"
STEP=0

say() { STEP=$((STEP + 1)); printf '\n\033[1m%d. %s\033[0m\n' "$STEP" "$1"; }
show() { if command -v jq >/dev/null; then jq "${1:-.}"; else cat && echo; fi; }
field() { sed -E "s/.*\"$1\":\"([^\"]*)\".*/\1/"; }
fail() { printf '\n%s\n' "$1" >&2; exit 1; }

call() { # call TOKEN METHOD PATH [BODY [HEADER…]]
  local token=$1 method=$2 path=$3 body=${4:-} header
  local args=(--silent --show-error --fail-with-body --max-time 10 --request "$method" "$BASE$path")
  [ -n "$token" ] && args+=(--header "Authorization: Bearer $token")
  [ -n "$body" ] && args+=(--header 'Content-Type: application/json' --data "$body")
  for header in "${@:5}"; do args+=(--header "$header"); done
  curl "${args[@]}"
}

login() { call '' POST /api/auth/login "{\"email\":\"$1\",\"password\":\"$2\"}" | field accessToken; }

pay() { # pay TOKEN NAME BODY
  call "$1" POST /api/payments "$3" "Idempotency-Key: $RUN-$2" "X-Correlation-ID: $RUN-$2"
}

status_of() { call "$1" GET "/api/payments/$2/status"; }

wait_until_final() { # wait_until_final TOKEN PAYMENT
  local status='' try
  for try in $(seq 1 120); do
    status=$(status_of "$1" "$2" 2>/dev/null | field status || true)
    case $status in COMPLETED | FAILED) echo "$status" && return ;; esac
    sleep 0.25
  done
  fail "Payment $2 is still ${status:-unseen} after 30 seconds; GET $BASE/api/sagas/$2 (as support) tells where it is."
}

call '' GET /api/health >/dev/null || fail "Nothing answers at $BASE; start the service with ./mvnw -q first."

say 'Alice logs in, and looks at her account'
alice=$(login alice@example.com alice-demo-pass)
call "$alice" GET /api/accounts | show
alices_account=$(call "$alice" GET /api/accounts | sed -E 's/^\{"items":\[\{"id":"([^"]*)".*/\1/')

say 'Bob logs in'
bob=$(login bob@example.com bob-demo-pass)
bobs_account=$(call "$bob" GET /api/accounts | sed -E 's/^\{"items":\[\{"id":"([^"]*)".*/\1/')
echo "his account is $bobs_account"

say 'Alice transfers 25.00 GBP to Bob: decided, booked and completed in one append'
transfer="{\"type\":\"TRANSFER\",\"debtorAccountId\":\"$alices_account\",\"creditorAccountId\":\"$bobs_account\",\"amount\":{\"amount\":\"25.00\",\"currency\":\"GBP\"},\"remittanceInformation\":\"Lunch\"}"
pay "$alice" transfer "$transfer" | show

say 'She sends the same request again: the first answer comes back, and no money moves'
pay "$alice" transfer "$transfer" | show '{id, status, createdAt}'

say 'She pays 40.00 GBP to Carol at an external bank: her funds are held at once'
payment=$(pay "$alice" external "{\"type\":\"PAYMENT\",\"debtorAccountId\":\"$alices_account\",\"creditor\":{\"name\":\"Carol Creditor\",\"iban\":\"DE89370400440532013000\",\"bankCode\":\"SIMBANK\"},\"amount\":{\"amount\":\"40.00\",\"currency\":\"GBP\"},\"remittanceInformation\":\"Invoice 4711\"}")
echo "$payment" | show
payment_id=$(echo "$payment" | sed -E 's/^\{"id":"([^"]*)".*/\1/')

say 'The saga calls the bank over HTTP, and the payment settles'
[ "$(wait_until_final "$alice" "$payment_id")" = COMPLETED ] || fail 'The payment did not settle.'
status_of "$alice" "$payment_id" | show

say 'Both payments are in her entries'
call "$alice" GET "/api/accounts/$alices_account/entries?limit=2" | show

say 'She tries to pay more than she has, and is told why not'
curl --silent --max-time 10 --request POST "$BASE/api/payments" --header "Authorization: Bearer $alice" \
  --header "Idempotency-Key: $RUN-too-much" --header 'Content-Type: application/json' \
  --data "{\"type\":\"WITHDRAWAL\",\"debtorAccountId\":\"$alices_account\",\"amount\":{\"amount\":\"12.345\",\"currency\":\"GBP\"},\"remittanceInformation\":\"Cash\"}" | show
curl --silent --max-time 10 --request POST "$BASE/api/payments" --header "Authorization: Bearer $alice" \
  --header "Idempotency-Key: $RUN-far-too-much" --header 'Content-Type: application/json' \
  --data "{\"type\":\"TRANSFER\",\"debtorAccountId\":\"$alices_account\",\"creditorAccountId\":\"$bobs_account\",\"amount\":{\"amount\":\"9000.00\",\"currency\":\"GBP\"},\"remittanceInformation\":\"A car\"}" | show

say 'The administrator reads every event that the external payment caused'
admin=$(login admin@example.com admin-demo-password)
call "$admin" GET "/api/audit/events?correlationId=$RUN-external" |
  show '.items[] | {position, type, streamType, sequence, actor, recordedAt}'

say 'The sagas, and the books: debits and credits are equal'
call "$admin" GET '/api/sagas?limit=3' | show '.items[] | {paymentId, state, step, attempts}'
call "$admin" GET /api/audit/trial-balance | show

say 'The whole log is verified: nothing in it was changed, removed, swapped or cut off'
wait_until_verified() { # wait_until_verified TOKEN
  local report='' try
  for try in $(seq 1 120); do
    report=$(call "$1" GET /api/audit/verification)
    case $report in *'"state":"FINISHED"'*) echo "$report" && return ;; esac
    sleep 0.25
  done
  fail "The verification has not ended after 30 seconds: $report"
}
call "$admin" POST /api/audit/verification '{}' >/dev/null
wait_until_verified "$admin" | show
call '' GET /.well-known/ledgerbank-keys.json | show

printf '\nDone. Everything above is documented at %s/api/docs\n' "$BASE"

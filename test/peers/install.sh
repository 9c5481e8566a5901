#!/bin/sh
# Installs the real parts that `npm run test:peers` talks to. Needs root on Debian; each test whose part is
# missing is skipped by name.
set -eu
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends age chromium clamav-daemon coturn dnstwist ffmpeg oathtool opendkim opensc postfix postgresql python3-icalendar softhsm2 swaks zstd
npm ci --prefix "$(dirname "$0")/tools"

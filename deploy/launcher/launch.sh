# What deploy/up, deploy/down and deploy/status share: find a JDK, build if needed, become the Java launcher.
# POSIX sh, sourced; $deploy is the folder of the scripts.

root=$(dirname "$deploy")
target=$deploy/launcher/target
modules=redirect-service,config-service,firmware-service,gateway,deploy/launcher
FINGERPOST_HOME=${FINGERPOST_HOME:-$deploy/.state}
export FINGERPOST_HOME

launch() { # word, options
  for argument in "$@"; do
    if [ "$argument" = --help ] || [ "$argument" = -h ]; then
      exec cat "$deploy/launcher/help/$1.txt"
    fi
  done
  . "$root/.mvn/jdk.sh"
  if [ "$1" = up ] || [ "$1" = rehearse ]; then
    stale_build && build "$modules" stale_build
  else
    never_built && build deploy/launcher never_built
  fi
  exec "$JAVA_HOME/bin/java" -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$target/launcher.jar" "$@"
}

# True when something is not built, or older than its sources. A build that found nothing to do leaves old files
# behind, so the time of our last build counts too.
stale_build() {
  for module in redirect-service config-service firmware-service gateway deploy/launcher; do
    jar=$root/$module/target/quarkus-app/quarkus-run.jar
    [ "$module" != deploy/launcher ] || jar=$target/launcher.jar
    [ -f "$jar" ] || return 0
    since=$jar
    [ ! "$target/built" -nt "$jar" ] || since=$target/built
    newer=$(find "$root/pom.xml" "$root/libs" "$root/$module" -name target -prune -o \
      \( -path '*/src/main/*' -o -name pom.xml \) -newer "$since" -print 2>/dev/null | head -n 1)
    [ -z "$newer" ] || return 0
  done
  return 1
}

never_built() {
  [ ! -f "$target/launcher.jar" ]
}

build() { # modules with commas between, what says that it is needed
  own_home
  mkdir -p "$target" "$FINGERPOST_HOME/logs"
  chmod 700 "$FINGERPOST_HOME/logs"
  lock_build
  if ! "$2"; then
    unlock_build # somebody else has built it while we waited
    return 0
  fi
  log=$(cd "$FINGERPOST_HOME/logs" && pwd)/build.log
  echo "Building Fingerpost; the log is $log" >&2
  touch "$target/building"
  (cd "$root" && exec ./mvnw -B -ntp -T1 package -DskipTests -pl "$1" -am) >"$log" 2>&1 </dev/null &
  maven=$!
  trap 'kill "$maven" 2>/dev/null; unlock_build; exit 130' INT TERM HUP
  show_progress
  if ! wait "$maven"; then
    unlock_build
    echo "The build failed. The last lines of $log:" >&2
    tail -n 30 "$log" >&2
    exit 1
  fi
  mv "$target/building" "$target/built"
  unlock_build
  trap - INT TERM HUP
  echo "  built in $seconds s" >&2
}

# One line a module, and one every ten seconds in between.
show_progress() {
  seconds=0
  shown=
  while kill -0 "$maven" 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    now=$(sed -n 's/^\[INFO\] Building Fingerpost :: \(.*\) [^ ]*  *\(\[.*\]\)$/\1 \2/p' "$log" | tail -n 1 | tr -s ' ')
    if [ "$now" != "$shown" ] || [ $((seconds % 10)) -eq 0 ]; then
      echo "  $seconds s: ${now:-fetching Maven and reading the project}" >&2
      shown=$now
    fi
  done
}

# The same rule as the launcher's: a folder with other people's files is not ours to write into.
own_home() {
  mkdir -p "$FINGERPOST_HOME"
  if [ ! -f "$FINGERPOST_HOME/.fingerpost-home" ]; then
    if [ -n "$(ls -A "$FINGERPOST_HOME")" ]; then
      echo "$FINGERPOST_HOME holds files that deploy/up did not make: point FINGERPOST_HOME at an empty or new folder." >&2
      exit 1
    fi
    echo "Made by deploy/up; deploy/down --purge empties it." >"$FINGERPOST_HOME/.fingerpost-home"
  fi
}

# Two builds at once would write the same files; a lock whose owner died is taken over.
lock_build() {
  until mkdir "$target/build.lock" 2>/dev/null; do
    owner=$(cat "$target/build.lock/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$target/build.lock"
    else
      echo "  another build is at work: waiting" >&2
      sleep 2
    fi
  done
  echo $$ >"$target/build.lock/pid"
}

unlock_build() {
  rm -rf "$target/build.lock"
}

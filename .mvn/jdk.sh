# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by mvnw and by the launchers in deploy/ and tools/cli.
# POSIX sh. Keeps a JAVA_HOME that is new enough; never installs anything.

fingerpost_jdk_release() { # home → major version, or nothing
  [ -x "$1/bin/javac" ] || return 0
  # The file beside it says so at once; javac takes a tenth of a second to.
  if [ -r "$1/release" ]; then
    while IFS= read -r fp_line || [ -n "$fp_line" ]; do
      case "$fp_line" in
        JAVA_VERSION=\"[0-9]*)
          fp_line=${fp_line#JAVA_VERSION=\"}
          echo "${fp_line%%[!0-9]*}"
          return 0
          ;;
      esac
    done <"$1/release"
  fi
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
}

fingerpost_jdk_fits() {
  fp_release=$(fingerpost_jdk_release "$1")
  [ -n "$fp_release" ] && [ "$fp_release" -ge 25 ]
}

fingerpost_find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && fingerpost_jdk_fits "$JAVA_HOME"; then
    return 0
  fi
  fp_javac=$(command -v javac 2>/dev/null || true)
  if [ -n "$fp_javac" ]; then
    # javac is often a chain of links: follow them to the JDK's own folder
    while [ -h "$fp_javac" ]; do
      fp_link=$(ls -ld "$fp_javac" | sed 's/.* -> //')
      case "$fp_link" in
        /*) fp_javac=$fp_link ;;
        *) fp_javac=$(dirname "$fp_javac")/$fp_link ;;
      esac
    done
    fp_home=$(cd "$(dirname "$fp_javac")/.." && pwd)
    if fingerpost_jdk_fits "$fp_home"; then
      JAVA_HOME=$fp_home
      export JAVA_HOME
      return 0
    fi
  fi
  case "$-" in *f*) fp_globbing=off; set +f ;; *) fp_globbing=on ;; esac
  fp_found=
  for fp_home in "${JDK_25-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* \
    "${HOME-}"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$fp_home" ] && [ -d "$fp_home" ] && fingerpost_jdk_fits "$fp_home"; then
      fp_found=$fp_home
      break
    fi
  done
  [ "$fp_globbing" = on ] || set -f
  if [ -n "$fp_found" ]; then
    JAVA_HOME=$fp_found
    export JAVA_HOME
    return 0
  fi
  echo "Fingerpost needs a JDK 25 or newer and found none: install one (for example Temurin 25) or point JAVA_HOME at it." >&2
  return 1
}

fingerpost_find_jdk || exit 1

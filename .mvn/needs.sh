# shellcheck shell=sh
# What PyO3 Doctor needs of the system: finding it, and offering to install it.
# pyo3-doctor, mvnw and .ci/run read this file with "."; nothing in it runs by itself.

least_jdk=25
answer=no # to "install it?": yes, no, or ask

say() { printf 'pyo3-doctor: %s\n' "$*" >&2; }
fail() { say "$*" && exit 2; }

# is_jdk HOME TOOL: HOME is Java 25 or newer and has bin/TOOL. Reads its release file: starting Java is slow.
is_jdk() {
  [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        line=${line#JAVA_VERSION=} line=${line#\"}
        line=${line%%[!0-9]*}
        [ "${line:-0}" -ge "$least_jdk" ]
        return
        ;;
    esac
  done <"$1/release"
  return 1
}

home_of_java_on_path() {
  java=$(command -v java) && java=$(readlink -f "$java") && echo "${java%/bin/java}"
}

# find_jdk TOOL: sets $jdk to a Java home with bin/TOOL ("javac" to build, "java" to run).
find_jdk() {
  jdk=${PYO3_DOCTOR_JAVA_HOME-}
  if [ -n "$jdk" ]; then
    is_jdk "$jdk" "$1" && return
    fail "PYO3_DOCTOR_JAVA_HOME=$jdk is no JDK $least_jdk or newer (with bin/$1)."
  fi
  for jdk in \
    "${JAVA_HOME-}" \
    "$(home_of_java_on_path)" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/local/lib/jvm/* /opt/* /opt/java/* /opt/jdk/* \
    /usr/local/*jdk* /usr/local/java/* /usr/java/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.gradle/jdks/* \
    "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    [ -n "$jdk" ] && is_jdk "$jdk" "$1" && return
  done
  jdk=
  return 1
}

# need_jdk TOOL: find_jdk, or offer to install one, or end here.
need_jdk() {
  find_jdk "$1" && return
  offer jdk "No JDK $least_jdk or newer was found."
  find_jdk "$1" || fail "Still no JDK $least_jdk or newer was found; set PYO3_DOCTOR_JAVA_HOME to its folder."
}

find_manager() {
  for manager in apt-get dnf pacman zypper apk brew; do
    command -v "$manager" >/dev/null && return
  done
  manager=
  return 1
}

package_names() {
  case $manager:$1 in
    apt-get:jdk) echo openjdk-25-jdk temurin-25-jdk ;;
    dnf:jdk) echo java-25-openjdk-devel java-latest-openjdk-devel temurin-25-jdk ;;
    pacman:jdk) echo jdk25-openjdk jdk-openjdk ;;
    zypper:jdk) echo java-25-openjdk-devel temurin-25-jdk ;;
    apk:jdk) echo openjdk25 openjdk25-jdk ;;
    brew:jdk) echo openjdk@25 openjdk ;;
    apt-get:gtk) echo libgtk-3-0t64 libgtk-3-0 ;;
    dnf:gtk | pacman:gtk) echo gtk3 ;;
    zypper:gtk) echo libgtk-3-0 gtk3 ;;
    apk:gtk) echo gtk+3.0 ;;
  esac
}

knows_package() {
  case $manager in
    apt-get) apt-cache show "$1" ;;
    dnf) dnf -q list "$1" ;;
    pacman) pacman -Si "$1" ;;
    zypper) zypper -n search --match-exact "$1" ;;
    apk) apk search -e "$1" | grep . ;;
    brew) brew info "$1" ;;
  esac </dev/null >/dev/null 2>&1
}

# A fresh container has no list of packages yet: then nothing is known before the list is fetched.
refresh_of_empty_list() {
  case $manager in
    apt-get) ls /var/lib/apt/lists/*_Packages* || echo "${root}apt-get update" ;;
    pacman) ls /var/lib/pacman/sync/*.db || echo "${root}pacman -Sy" ;;
    apk) ls /var/cache/apk/APKINDEX* || echo "${root}apk update" ;;
  esac 2>/dev/null | grep "$manager [u-]"
}

install_command() {
  case $manager in
    pacman) echo "${root}pacman -S --noconfirm --needed $1" ;;
    zypper) echo "${root}zypper -n install $1" ;;
    apk) echo "${root}apk add $1" ;;
    brew) echo "brew install $1" ;;
    *) echo "$root$manager install -y $1" ;;
  esac
}

# choose_package WHAT: sets $package to the first name of WHAT that the package manager knows.
choose_package() {
  for package in $(package_names "$1"); do
    knows_package "$package" && return
  done
  package=
  return 1
}

# agreed COMMAND WHY: whether COMMAND may run.
agreed() {
  case $answer in
    yes) say "$2 Installing it: $1" ;;
    no) fail "$2 Install it with: $1" ;;
    ask)
      printf '%s\nInstall it now with "%s"? [y/N] ' "$2" "$1" >&2
      read -r reply || reply=
      case $reply in [yY]*) ;; *) return 1 ;; esac
      ;;
  esac
}

# offer WHAT WHY: installs WHAT (jdk, gtk) if the user wants it, else ends here.
# Standard input and output belong to the program that starts afterwards.
offer() {
  by_hand='Install it by hand.'
  if [ "$1" = jdk ]; then by_hand='Get one from https://adoptium.net/'; fi
  find_manager || fail "$2 $by_hand"
  root=
  if [ "$manager" != brew ] && [ "$(id -u)" != 0 ] && command -v sudo >/dev/null; then root='sudo '; fi

  refresh=
  if ! choose_package "$1"; then
    refresh=$(refresh_of_empty_list) || fail "$2 $manager knows no package of it. $by_hand"
    package=$(package_names "$1") package=${package%% *}
  fi
  agreed "${refresh:+$refresh && }$(install_command "$package")" "$2" || exit 2
  if [ -n "$refresh" ]; then
    $refresh </dev/null >&2 || fail "This failed: $refresh"
    choose_package "$1" || fail "$2 $manager knows no package of it. $by_hand"
  fi
  command=$(install_command "$package")
  $command </dev/null >&2 || fail "This failed: $command"
}

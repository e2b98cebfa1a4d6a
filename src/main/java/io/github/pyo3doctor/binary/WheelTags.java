package io.github.pyo3doctor.binary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tags of a wheel promise and the libraries in it do not keep (PyPA, "Platform
 * compatibility tags"; PEP 425, 600 and 656). Only what is certain is said.
 */
final class WheelTags {
  private static final Pattern MANYLINUX = Pattern.compile("manylinux_(\\d+)_(\\d+)_(\\w+)");
  private static final Pattern MUSLLINUX = Pattern.compile("musllinux_\\d+_\\d+_(\\w+)");
  private static final Pattern LINUX = Pattern.compile("linux_(\\w+)");
  private static final Pattern MACOSX = Pattern.compile("macosx_(\\d+)_(\\d+)_(\\w+)");
  private static final Pattern CPYTHON = Pattern.compile("cpython-(\\d+)(t?).*|cp(\\d+)(t?)-.*");
  private static final Pattern PYTHON_DLL = Pattern.compile("python3(\\d+)(t?)\\.dll");

  /** The first macOS for Apple's own processors. */
  private static final Release FIRST_ON_ARM = Release.of("11.0");

  private final WheelName name;
  private final List<WheelLibrary> libraries;
  private final List<String> said = new ArrayList<>();
  private Optional<String> unimportable = Optional.empty();
  private Optional<String> topic = Optional.empty();

  private WheelTags(WheelName name, List<WheelLibrary> libraries) {
    this.name = name;
    this.libraries = libraries;
  }

  /**
   * What is not so.
   *
   * @param said a sentence each
   * @param unimportable why Python cannot import a module in it, as Python says it
   * @param topic the id of the topic that explains the first of them
   */
  record Lies(List<String> said, Optional<String> unimportable, Optional<String> topic) {}

  static Lies of(WheelName name, List<WheelLibrary> libraries) {
    WheelTags tags = new WheelTags(name, libraries);
    for (String platform : name.platforms()) {
      tags.platform(platform);
    }
    for (WheelLibrary library : libraries) {
      tags.python(library);
      tags.init(library);
    }
    return new Lies(tags.said.stream().distinct().toList(), tags.unimportable, tags.topic);
  }

  private void platform(String tag) {
    Matcher macosx = MACOSX.matcher(tag);
    Matcher manylinux = MANYLINUX.matcher(inFull(tag));
    Matcher musllinux = MUSLLINUX.matcher(tag);
    Matcher linux = LINUX.matcher(tag);
    if (manylinux.matches()) {
      format(tag, "ELF", manylinux.group(3));
      glibc(tag, manylinux.group(1) + "." + manylinux.group(2));
    } else if (musllinux.matches()) {
      format(tag, "ELF", musllinux.group(1));
      musl(tag);
    } else if (linux.matches()) {
      format(tag, "ELF", linux.group(1));
    } else if (macosx.matches()) {
      format(tag, "Mach-O", "");
      macos(tag, Release.of(macosx.group(1) + "." + macosx.group(2)), macosx.group(3));
    } else if (tag.startsWith("win")) {
      format(tag, "PE", tag);
    } else if (tag.equals("any")) {
      modules()
          .forEach(
              one ->
                  lie(
                      "The wheel is named for `any` system, and %s is a module for one: %s, %s."
                          .formatted(
                              one.name(), one.format(), String.join(", ", one.processors()))));
    }
  }

  /** The names before PEP 600 stand for a version of glibc. */
  private static String inFull(String tag) {
    return tag.replaceFirst("^manylinux1_", "manylinux_2_5_")
        .replaceFirst("^manylinux2010_", "manylinux_2_12_")
        .replaceFirst("^manylinux2014_", "manylinux_2_17_");
  }

  /** Launchers for other systems may lie in any wheel; a module is for the wheel's. */
  private List<WheelLibrary> modules() {
    return libraries.stream().filter(WheelLibrary::isModule).toList();
  }

  private void format(String tag, String format, String processor) {
    for (WheelLibrary module : modules()) {
      if (!module.format().equals(format)) {
        lie(
            "The wheel is named for `%s`, and %s is %s."
                .formatted(tag, module.name(), module.format()));
      } else if (!processor.isEmpty() && !module.processors().contains(processor)) {
        lie(
            "The wheel is named for `%s`, and %s is for %s."
                .formatted(tag, module.name(), String.join(", ", module.processors())));
        explainedBy("wrong-architecture");
      }
    }
  }

  private void glibc(String tag, String most) {
    for (WheelLibrary library : libraries) {
      Optional<String> newest = library.newestGlibc();
      if (newest.filter(n -> Release.of(n).compareTo(Release.of(most)) > 0).isPresent()) {
        lie(
            "The wheel is named for `%s`, which promises glibc %s, and %s needs glibc %s."
                .formatted(tag, most, library.name(), newest.get()));
        explainedBy("manylinux-glibc");
      }
      if (library.needed().stream().anyMatch(need -> need.startsWith("libc.musl-"))) {
        lie(
            "The wheel is named for `%s`, and %s is linked with musl."
                .formatted(tag, library.name()));
      }
    }
  }

  private void musl(String tag) {
    for (WheelLibrary library : libraries) {
      if (library.newestGlibc().isPresent() || library.needed().contains("libc.so.6")) {
        lie(
            "The wheel is named for `%s`, and %s is linked with glibc."
                .formatted(tag, library.name()));
      }
    }
  }

  private void macos(String tag, Release most, String processors) {
    List<String> promised =
        processors.equals("universal2") ? List.of("x86_64", "arm64") : List.of(processors);
    for (WheelLibrary library : libraries) {
      if (!library.format().equals("Mach-O")) {
        continue;
      }
      for (String processor : promised) {
        int place = library.processors().indexOf(processor);
        boolean known = processor.equals("x86_64") || processor.equals("arm64");
        if (place < 0 && known) {
          lie(
              "The wheel is named for `%s`, and %s is for %s."
                  .formatted(tag, library.name(), String.join(", ", library.processors())));
          explainedBy("wrong-architecture");
        } else if (place >= 0) {
          least(tag, most, library, place);
        }
      }
    }
  }

  private void least(String tag, Release most, WheelLibrary library, int place) {
    Release least = Release.of(library.leastMacos().get(place));
    boolean onArm = library.processors().get(place).equals("arm64");
    Release promised = onArm && most.compareTo(FIRST_ON_ARM) < 0 ? FIRST_ON_ARM : most;
    // From 11 on pip compares the first number only, and tags say 0 behind it.
    boolean later =
        least.compareTo(FIRST_ON_ARM) >= 0
            ? least.numbers().getFirst() > promised.numbers().getFirst()
            : least.compareTo(promised) > 0;
    if (later) {
      lie(
          "The wheel is named for `%s`, and %s is made for macOS %s or later."
              .formatted(tag, library.name(), library.leastMacos().get(place)));
    }
  }

  /** The Pythons that look for a file of that name, and whose DLL it asks for. */
  private void python(WheelLibrary library) {
    boolean stable = name.abis().stream().allMatch(abi -> abi.startsWith("abi3"));
    List<String> versions =
        name.pythons().stream()
            .filter(tag -> tag.matches("cp3\\d+"))
            .map(t -> t.substring(2))
            .toList();
    if (versions.isEmpty()) {
      return;
    }
    String threads = name.abis().stream().allMatch(abi -> abi.matches("cp\\d+t")) ? "t" : "";
    Optional<Matcher> suffix = library.suffix().map(CPYTHON::matcher).filter(Matcher::matches);
    if (suffix.isPresent()) {
      Matcher match = suffix.get();
      String version = match.group(1) == null ? match.group(3) : match.group(1);
      String own = match.group(1) == null ? match.group(4) : match.group(2);
      if (stable) {
        lie(
            "The wheel is named for every Python since %s (`%s`), and only Python %s looks for %s."
                .formatted(
                    dotted(versions.getFirst()),
                    name.abis().getFirst(),
                    dotted(version) + own,
                    library.name()));
      } else if (!versions.contains(version) || !own.equals(threads)) {
        lie(
            "The wheel is named for `%s`, and only Python %s looks for %s."
                .formatted(String.join(".", name.abis()), dotted(version) + own, library.name()));
      }
    }
    Optional<Matcher> dll = library.pythonDll().map(PYTHON_DLL::matcher).filter(Matcher::matches);
    if (dll.isPresent()) {
      String version = "3" + dll.get().group(1);
      if (stable || !versions.contains(version) || !dll.get().group(2).equals(threads)) {
        lie(
            "The wheel is named for `%s`, and %s needs %s, which only Python %s has."
                .formatted(
                    String.join(".", name.pythons()) + "-" + String.join(".", name.abis()),
                    library.name(),
                    dll.get().group(),
                    dotted(version) + dll.get().group(2)));
      }
    }
  }

  private static String dotted(String version) {
    return version.charAt(0) + "." + version.substring(1);
  }

  /** What a file of that name must offer; a library that offers no module may be none. */
  private void init(WheelLibrary library) {
    Optional<String> module = library.moduleName();
    boolean meant = library.suffix().isPresent() || !library.modules().isEmpty();
    if (module.isEmpty() || !meant || library.modules().contains(module.get())) {
      return;
    }
    // Names with other letters than ASCII's are written otherwise there.
    if (!module.get().matches("\\w+")) {
      return;
    }
    String offered =
        library.modules().isEmpty()
            ? "it offers no module"
            : "it offers " + String.join(", ", library.modules());
    lie(
        "%s has to offer PyInit_%s to be imported, and %s."
            .formatted(library.name(), module.get(), offered));
    explainedBy("module-init-missing");
    if (unimportable.isEmpty()) {
      unimportable =
          Optional.of(
              "dynamic module does not define module export function (PyInit_%s)"
                  .formatted(module.get()));
    }
  }

  private void explainedBy(String id) {
    topic = topic.or(() -> Optional.of(id));
  }

  private void lie(String sentence) {
    said.add(sentence);
  }
}

package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.SearchStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The places where glibc's loader looks for one library, in its order (ld.so(8), and {@code
 * _dl_map_object} in glibc's {@code elf/dl-load.c}); with musl's order for what is linked to musl.
 */
final class ElfSearch {
  /** More places than any list of folders in use has; the rest is not looked at. */
  private static final int MOST_STEPS = 1 << 10;

  private final UnixDisk disk;
  private final ElfSurroundings surroundings;
  private final ElfPlatform platform;
  private final ElfCache cache;
  private final ElfFile first;
  private final List<String> libraryPath;
  private final boolean musl;
  private final Binaries binaries;

  /**
   * @param first the file that everything is loaded for; others must be of its kind
   * @param privileged whether it runs with more rights than its user has
   */
  ElfSearch(
      UnixDisk disk,
      ElfSurroundings surroundings,
      ElfCache cache,
      ElfFile first,
      boolean privileged,
      boolean musl,
      Binaries binaries) {
    this.disk = disk;
    this.surroundings = surroundings;
    this.platform = ElfPlatform.of(first.machine(), first.wide());
    this.cache = cache;
    this.first = first;
    this.musl = musl;
    this.binaries = binaries;
    String variable = surroundings.environment().getOrDefault("LD_LIBRARY_PATH", "");
    this.libraryPath =
        variable.isEmpty() || privileged
            ? List.of()
            : Arrays.asList(variable.split(musl ? "[:\n]" : "[:;]", -1));
  }

  /**
   * What a search came to.
   *
   * @param taken the path as the loader names it, and what lies there
   * @param otherArchitecture what was passed over because it is for another processor
   * @param broken what stops the loader: it does not search on behind a damaged file
   */
  record Found(
      List<SearchStep> steps,
      Optional<Taken> taken,
      Optional<String> otherArchitecture,
      Optional<String> broken) {}

  /** A file that fits. */
  record Taken(String path, Path real, ElfFile file) {}

  /** One search while it goes on. */
  private final class Search {
    private final String name;
    private final ElfImage requester;
    private final List<SearchStep> steps = new ArrayList<>();
    private Optional<Taken> taken = Optional.empty();
    private Optional<String> otherArchitecture = Optional.empty();
    private Optional<String> broken = Optional.empty();

    Search(String name, ElfImage requester) {
      this.name = name;
      this.requester = requester;
    }

    private boolean over() {
      return taken.isPresent() || broken.isPresent() || steps.size() >= MOST_STEPS;
    }

    private void folders(List<String> folders, ElfImage of, String rule) {
      for (String folder : folders) {
        if (over()) {
          return;
        }
        String expanded = absolute(expand(folder, of));
        for (String level : musl ? List.<String>of() : surroundings.processorLevels()) {
          String below = join(expanded, "glibc-hwcaps/" + level);
          if (!over() && disk.isDirectory(below)) {
            file(join(below, name), below, rule);
          }
        }
        if (!over()) {
          file(join(expanded, name), expanded, rule);
        }
      }
    }

    private void file(String path, String folder, String rule) {
      steps.add(new SearchStep(folder, rule, look(path)));
    }

    private String look(String path) {
      Optional<Path> real = disk.real(path);
      if (real.isEmpty()) {
        return "not there";
      }
      if (!Files.isRegularFile(real.get())) {
        broken = Optional.of(path + ": cannot read file data");
        return "not a file";
      }
      try {
        // The loader looks at the header before it believes anything else in the file.
        ElfReader.Kind kind = kind(real.get());
        if (kind.wide() != first.wide()) {
          String status = "wrong ELF class: " + (kind.wide() ? "ELFCLASS64" : "ELFCLASS32");
          otherArchitecture = Optional.of(status);
          return status;
        }
        if (kind.machine() != first.machine()) {
          if (otherArchitecture.isEmpty()) {
            otherArchitecture =
                Optional.of("cannot open shared object file: No such file or directory");
          }
          return "wrong architecture (%s)"
              .formatted(ElfPlatform.of(kind.machine(), kind.wide()).name());
        }
        ElfFile file = binaries.elf(real.get());
        taken = Optional.of(new Taken(path, real.get(), file));
        return "taken";
      } catch (MalformedBinaryException e) {
        broken = Optional.of(path + ": invalid ELF header");
        return "damaged: " + e.getMessage();
      } catch (IOException _) {
        return "cannot be read";
      }
    }

    private void glibc() {
      if (requester.file().runpath().isEmpty()) {
        rpathOfLoaders();
      }
      folders(libraryPath, requester, "LD_LIBRARY_PATH");
      folders(requester.file().runpath(), requester, "DT_RUNPATH of " + requester.path());
      if (!over()) {
        cache();
      }
      if (!requester.file().ignoresDefaultFolders()) {
        folders(platform.defaultFolders(disk), requester, "default folder");
      }
    }

    /** An object that has a DT_RUNPATH is passed over: with one its DT_RPATH counts for nothing. */
    private void rpathOfLoaders() {
      Optional<ElfImage> at = Optional.of(requester);
      while (at.isPresent() && !over()) {
        ElfImage image = at.get();
        if (image.file().runpath().isEmpty()) {
          folders(image.file().rpath(), image, "DT_RPATH of " + image.path());
        }
        at = image.loader();
      }
    }

    private void cache() {
      String place = "/etc/ld.so.cache";
      Optional<String> path =
          cache.find(name, platform.cacheKind(), surroundings.processorLevels());
      if (path.isEmpty()) {
        steps.add(new SearchStep(place, "cache", "not there"));
      } else if (requester.file().ignoresDefaultFolders() && inDefaultFolder(path.get())) {
        steps.add(new SearchStep(place, "cache", "passed over: linked with -z nodefaultlib"));
      } else {
        file(path.get(), place, "cache");
      }
    }

    private boolean inDefaultFolder(String path) {
      return platform.defaultFolders(disk).stream()
          .anyMatch(folder -> path.startsWith(folder + "/"));
    }

    /** musl takes the run paths of all loaders, of either kind, behind the environment's. */
    private void musl() {
      folders(libraryPath, requester, "LD_LIBRARY_PATH");
      Optional<ElfImage> at = Optional.of(requester);
      while (at.isPresent() && !over()) {
        ElfFile file = at.get().file();
        boolean runs = !file.runpath().isEmpty();
        folders(
            runs ? file.runpath() : file.rpath(),
            at.get(),
            (runs ? "DT_RUNPATH of " : "DT_RPATH of ") + at.get().path());
        at = at.get().loader();
      }
      folders(List.of("/lib", "/usr/local/lib", "/usr/lib"), requester, "default folder");
    }
  }

  private ElfReader.Kind kind(Path file) throws IOException {
    Optional<ElfFile> known = binaries.knownElf(file);
    return known.isPresent()
        ? new ElfReader.Kind(known.get().wide(), known.get().machine())
        : new ElfReader().kind(file);
  }

  /** Looks for what a file asks for; nothing that is loaded already fits. */
  Found find(String name, ElfImage requester) {
    Search search = new Search(name, requester);
    if (name.contains("/")) {
      String path = absolute(expand(name, requester));
      search.file(path, path, "path in DT_NEEDED");
    } else if (musl) {
      search.musl();
    } else {
      search.glibc();
    }
    return new Found(
        List.copyOf(search.steps), search.taken, search.otherArchitecture, search.broken);
  }

  private String expand(String text, ElfImage of) {
    String expanded = text;
    if (text.contains("$")) {
      expanded = token(expanded, "ORIGIN", of.origin());
      expanded = token(expanded, "LIB", platform.libraries(disk));
      expanded = token(expanded, "PLATFORM", platform.name());
    }
    return expanded;
  }

  private static String token(String text, String name, String value) {
    String replacement = Matcher.quoteReplacement(value);
    return text.replaceAll("\\$(?:\\{" + name + "}|" + name + "(?![A-Za-z0-9_]))", replacement);
  }

  /** An empty folder is the current one. */
  private String absolute(String folder) {
    return folder.startsWith("/") ? folder : join(surroundings.workingDirectory(), folder);
  }

  private static String join(String folder, String name) {
    if (name.isEmpty()) {
      return folder;
    }
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }
}

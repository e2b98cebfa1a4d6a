package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.SearchStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places where dyld looks for one library, in its order: dyld(1), and {@code
 * Loader::forEachPath}, {@code Loader::forEachResolvedAtPathVar} and {@code
 * PathOverrides::forEachPathVariant} in dyld's sources (release 1378). The folder of cryptexes and
 * {@code DYLD_VERSIONED_*_PATH} are left out.
 */
final class MachOSearch {
  /** More places than any list of folders in use has; the rest is not looked at. */
  private static final int MOST_STEPS = 1 << 10;

  private static final int SDK_WITHOUT_FALLBACKS = 14;

  private static final String RPATH = "@rpath/";
  private static final String LOADER_PATH = "@loader_path";
  private static final String EXECUTABLE_PATH = "@executable_path";

  private final MachODisk disk;
  private final MachOArchitecture process;
  private final Optional<MachOImage> program;
  private final Map<String, String> variables;
  private final String workingDirectory;
  private final Binaries binaries;

  /**
   * @param process the processor it runs as
   * @param program who is the first of its process, where that is known
   * @param variables of the environment, unless the process ignores them
   */
  MachOSearch(
      MachODisk disk,
      MachOArchitecture process,
      Optional<MachOImage> program,
      Map<String, String> variables,
      String workingDirectory,
      Binaries binaries) {
    this.disk = disk;
    this.process = process;
    this.program = program;
    this.variables = variables;
    this.workingDirectory = workingDirectory;
    this.binaries = binaries;
  }

  /**
   * What a search came to.
   *
   * @param taken what is taken
   * @param real where that lies on this machine; empty when it lies on no disk
   * @param unknown whether a place that may decide could not be looked at
   * @param otherArchitecture whether something was passed over because it is for another processor
   * @param tried the places with what was met there, as dyld says it
   */
  record Found(
      List<SearchStep> steps,
      Optional<MachOImage> taken,
      Optional<Path> real,
      boolean unknown,
      boolean otherArchitecture,
      List<String> tried) {}

  /** One search while it goes on. */
  private final class Search {
    private final String name;
    private final MachOImage.Chain chain;
    private final List<MachOImage> loaded;
    private final List<SearchStep> steps = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private Optional<MachOImage> taken = Optional.empty();
    private Optional<Path> real = Optional.empty();
    private boolean unknown;
    private boolean otherArchitecture;

    Search(String name, MachOImage.Chain chain, List<MachOImage> loaded) {
      this.name = name;
      this.chain = chain;
      this.loaded = loaded;
    }

    private boolean over() {
      return taken.isPresent() || steps.size() >= MOST_STEPS;
    }

    private Found run() {
      if (name.startsWith(RPATH) || name.startsWith("/")) {
        called(name)
            .ifPresent(image -> take(image, "already loaded", "by this name", Optional.empty()));
      }
      Optional<String> framework = inFramework(name);
      if (framework.isPresent()) {
        each("DYLD_FRAMEWORK_PATH", framework.get());
      } else {
        each("DYLD_LIBRARY_PATH", leaf(name));
      }
      if (!over()) {
        itself();
      }
      if (!over()) {
        fallbacks(framework);
      }
      return new Found(
          List.copyOf(steps),
          taken,
          real,
          taken.isEmpty() && unknown,
          otherArchitecture,
          List.copyOf(tried));
    }

    private Optional<MachOImage> called(String path) {
      return loaded.stream().filter(image -> image.isCalled(path)).findFirst();
    }

    private void each(String variable, String below) {
      String list = variables.get(variable);
      if (list == null) {
        return;
      }
      for (String folder : list.split(":", -1)) {
        if (!over()) {
          look(folder + "/" + below, variable, true);
        }
      }
    }

    /** The install name, with what stands for the {@code @} in it. */
    private void itself() {
      if (name.startsWith(RPATH)) {
        runPaths();
      } else if (begins(name, LOADER_PATH)) {
        look(chain.image().folder() + name.substring(LOADER_PATH.length()), LOADER_PATH, false);
      } else if (begins(name, EXECUTABLE_PATH)) {
        inFolderOfProgram(name.substring(EXECUTABLE_PATH.length()), EXECUTABLE_PATH);
      } else if (!name.startsWith("@")) {
        look(name, "install name", true);
      }
    }

    private void inFolderOfProgram(String below, String rule) {
      if (program.isPresent()) {
        look(program.get().folder() + below, rule, false);
      } else {
        notLookedAt(EXECUTABLE_PATH, rule, "not known which program loads it");
      }
    }

    /** Those of who asks, then of who loaded that, up to the program. */
    private void runPaths() {
      Optional<MachOImage.Chain> link = Optional.of(chain);
      while (link.isPresent()) {
        MachOImage image = link.get().image();
        for (String rpath : image.slice().map(MachOSlice::rpaths).orElse(List.of())) {
          if (!over()) {
            runPath(rpath, image);
          }
        }
        link = link.get().before();
      }
      if (!over() && program.isEmpty()) {
        notLookedAt("its run paths", "LC_RPATH of the program", "not known which program loads it");
      }
    }

    private void runPath(String rpath, MachOImage of) {
      String tail = name.substring(RPATH.length() - 1);
      String rule = "LC_RPATH " + rpath + " of " + of.path();
      if (begins(rpath, LOADER_PATH)) {
        look(join(of.folder() + rpath.substring(LOADER_PATH.length()), tail), rule, false);
      } else if (begins(rpath, EXECUTABLE_PATH)) {
        inFolderOfProgram(join(rpath.substring(EXECUTABLE_PATH.length()), tail), rule);
      } else {
        look(join(rpath, tail), rule, true);
      }
    }

    /** Asked for by what was linked with an SDK before macOS 14, or where a variable names them. */
    private void fallbacks(Optional<String> framework) {
      String variable =
          framework.isPresent() ? "DYLD_FALLBACK_FRAMEWORK_PATH" : "DYLD_FALLBACK_LIBRARY_PATH";
      String below = framework.orElseGet(() -> leaf(name));
      if (variables.containsKey(variable)) {
        each(variable, below);
      } else if (hasFallbacks(chain.image())) {
        List<String> folders =
            framework.isPresent()
                ? List.of("/Library/Frameworks", "/System/Library/Frameworks")
                : List.of("/usr/local/lib", "/usr/lib");
        for (String folder : folders) {
          String path = folder + "/" + below;
          if (!over() && !path.equals(name)) {
            look(path, "default fallback, for files linked with an SDK before macOS 14", true);
          }
        }
      }
    }

    /**
     * @param absolute whether the place is named as one of the Mac's disk, and not from where the
     *     file lies
     */
    private void look(String path, String rule, boolean absolute) {
      String full = path.startsWith("/") ? path : workingDirectory + "/" + path;
      String folder = MachOSearch.folder(full);
      Optional<MachOImage> known = called(full);
      if (known.isPresent()) {
        take(known.get(), folder, rule, Optional.empty());
        return;
      }
      if (absolute && disk.isMissing() && !MacOwnLibraries.isPlaceOfTheSystem(full)) {
        notLookedAt(folder, rule, "not looked at, since no disk of a Mac is at hand");
        return;
      }
      Optional<Path> file = disk.real(full, absolute);
      if (file.isPresent()) {
        file(full, folder, rule, file.get());
      } else if (disk.isInCache(full)) {
        take(
            new MachOImage(full, Optional.empty()),
            "shared cache of macOS",
            rule,
            Optional.empty());
      } else if (absolute && MacOwnLibraries.isPlaceOfTheSystem(full)) {
        notLookedAt(folder, rule, "on no disk; whether macOS's shared cache has it is not known");
      } else {
        refuse(full, folder, rule, "no such file", "not there");
      }
    }

    private void file(String full, String folder, String rule, Path file) {
      if (!Files.isRegularFile(file)) {
        refuse(full, folder, rule, "not a file", "not a file");
        return;
      }
      try {
        MachOFile read = binaries.machO(file);
        Optional<MachOSlice> fitting =
            read.slices().stream().filter(s -> process.takes(s.architecture())).findFirst();
        if (fitting.isEmpty()) {
          otherArchitecture = true;
          String reason =
              "%s, but %s (have '%s', need '%s')"
                  .formatted(
                      read.slices().size() > 1 ? "fat file" : "mach-o file",
                      read.slices().size() > 1
                          ? "missing compatible architecture"
                          : "is an incompatible architecture",
                      String.join(",", read.architectures()),
                      process.name());
          String architectures = String.join(", ", read.architectures());
          refuse(full, folder, rule, reason, "wrong architecture (" + architectures + ")");
          return;
        }
        Optional<Integer> platform = fitting.get().platform();
        if (platform.isPresent() && platform.get() != MachOSlice.MACOS) {
          refuse(full, folder, rule, "incompatible platform", "made for another system than macOS");
          return;
        }
        take(new MachOImage(full, fitting), folder, rule, Optional.of(file));
      } catch (MalformedBinaryException e) {
        refuse(full, folder, rule, "not a mach-o file", "damaged: " + e.getMessage());
      } catch (IOException _) {
        refuse(full, folder, rule, "cannot be read", "cannot be read");
      }
    }

    private void take(MachOImage image, String folder, String rule, Optional<Path> file) {
      if (over()) {
        return;
      }
      steps.add(new SearchStep(folder, rule, "taken"));
      taken = Optional.of(image);
      real = file;
    }

    private void refuse(String path, String folder, String rule, String status, String result) {
      steps.add(new SearchStep(folder, rule, result));
      tried.add("'" + path + "' (" + status + ")");
    }

    private void notLookedAt(String place, String rule, String result) {
      steps.add(new SearchStep(place, rule, result));
      unknown = true;
    }
  }

  /**
   * Looks for what a file asks for.
   *
   * @param chain who asks, and who asked for that
   * @param loaded what is there already
   */
  Found find(String name, MachOImage.Chain chain, List<MachOImage> loaded) {
    return new Search(name, chain, loaded).run();
  }

  private static boolean hasFallbacks(MachOImage image) {
    return image
        .slice()
        .filter(
            slice ->
                slice
                    .sdk()
                    .filter(
                        sdk ->
                            Integer.parseInt(sdk.substring(0, sdk.indexOf('.')))
                                >= SDK_WITHOUT_FALLBACKS)
                    .isEmpty())
        .isPresent();
  }

  /** {@code B.framework/Versions/A/B} of what ends so, if the last name is the framework's. */
  private static Optional<String> inFramework(String path) {
    int dot = path.lastIndexOf(".framework/");
    if (dot < 0) {
      return Optional.empty();
    }
    int start = path.lastIndexOf('/', dot) + 1;
    return path.substring(start, dot).equals(leaf(path))
        ? Optional.of(path.substring(start))
        : Optional.empty();
  }

  private static boolean begins(String path, String variable) {
    return path.equals(variable) || path.startsWith(variable + "/");
  }

  private static String leaf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder of a path, without what leads back up in it. */
  private static String folder(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.substring(0, path.lastIndexOf('/')).split("/", -1)) {
      if (part.equals("..") && parts.size() > 1) {
        parts.removeLast();
      } else if (parts.isEmpty() || !(part.isEmpty() || part.equals("."))) {
        parts.add(part);
      }
    }
    String folder = String.join("/", parts);
    return folder.isEmpty() ? "/" : folder;
  }

  private static String join(String folder, String tail) {
    return folder.endsWith("/") ? folder + tail.substring(1) : folder + tail;
  }
}

package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.SearchStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at each library in a wheel as it would lie once it is installed, and at what the wheel's
 * tags promise. The libraries are laid out in a folder for temporary files, which is removed again.
 */
public final class WheelInspector {
  /** From what is harmless to what is not. */
  private static final List<LoadOutcome> BY_GRAVITY =
      List.of(
          LoadOutcome.LOADS,
          LoadOutcome.UNKNOWN,
          LoadOutcome.MISSING_SYMBOL,
          LoadOutcome.NOT_FOUND,
          LoadOutcome.WRONG_ARCHITECTURE);

  private final FormatLoader loaders;

  /**
   * @param loaders decides over a library
   */
  public WheelInspector(FormatLoader loaders) {
    this.loaders = loaders;
  }

  /** Whether a file is named like a wheel. */
  public static boolean isWheel(Path file) {
    return String.valueOf(file.getFileName()).endsWith(".whl");
  }

  /**
   * Looks at a wheel.
   *
   * @throws MalformedBinaryException if it is none
   * @throws IOException if it cannot be read, or the libraries cannot be laid out
   */
  public Inspected inspect(Path wheel) throws IOException {
    try (WheelFile file = WheelFile.open(wheel)) {
      Path prefix = Files.createTempDirectory("pyo3-doctor-wheel").toRealPath();
      try {
        return inspect(wheel, file, prefix);
      } finally {
        remove(prefix);
      }
    }
  }

  private Inspected inspect(Path wheel, WheelFile file, Path prefix) throws IOException {
    boolean windows = file.name().platforms().stream().anyMatch(tag -> tag.startsWith("win"));
    Path site = prefix.resolve(windows ? "Lib/site-packages" : "lib/python3/site-packages");
    List<String> remarks = new ArrayList<>();
    List<Inspection> inspected = new ArrayList<>();
    List<WheelLibrary> libraries = new ArrayList<>();
    Names names = new Names(prefix, site, wheel);
    for (WheelFile.Laid laid : file.layOut(prefix, site)) {
      try {
        libraries.add(WheelLibrary.read(laid.name(), laid.path()));
        inspected.add(names.inWheel(loaders.inspect(laid.path())));
      } catch (IOException e) {
        remarks.add("`%s`: %s.".formatted(laid.name(), names.inWheel(e.getMessage())));
      }
    }
    int unread = remarks.size();
    remarks.addAll(file.remarks());
    remarks.addAll(mismatches(file));
    WheelTags.Lies lies = WheelTags.of(file.name(), libraries);
    remarks.addAll(0, lies.said());
    if (libraries.isEmpty()) {
      remarks.add("There is no library in it.");
    }
    Optional<Inspection> worst =
        inspected.stream().max(Comparator.comparingInt(one -> BY_GRAVITY.indexOf(one.outcome())));
    LoadOutcome outcome = worst.map(Inspection::outcome).orElse(LoadOutcome.LOADS);
    Optional<String> status = worst.flatMap(Inspection::status);
    if (lies.unimportable().isPresent() && BY_GRAVITY.indexOf(outcome) < 2) {
      outcome = LoadOutcome.MISSING_SYMBOL;
      status = lies.unimportable();
    } else if (unread > 0 && outcome == LoadOutcome.LOADS) {
      outcome = LoadOutcome.UNKNOWN;
    }
    Inspection whole =
        new Inspection(
            wheel.toString(),
            Inspected.WHEEL,
            String.join(", ", file.name().platforms()),
            LoadingWay.PYTHON_IMPORT.word(),
            outcome,
            status,
            List.of(),
            List.copyOf(remarks));
    return new Inspected(whole, List.copyOf(inspected), lies.topic());
  }

  /** The file's name against the files inside that say the same. */
  private static List<String> mismatches(WheelFile file) throws IOException {
    List<String> remarks = new ArrayList<>();
    Set<String> named = new HashSet<>(file.name().tags());
    List<String> inside = file.tags();
    if (inside.isEmpty()) {
      remarks.add("It has no file WHEEL that names its tags; pip refuses it.");
    } else if (!named.equals(new HashSet<>(inside))) {
      remarks.add(
          "The file is named for %s, and WHEEL in it says %s."
              .formatted(String.join(", ", file.name().tags()), String.join(", ", inside)));
    }
    Optional<String> name = file.nameInside();
    boolean same =
        name.filter(n -> !WheelName.normal(n).equals(WheelName.normal(file.name().name())))
            .isEmpty();
    if (!same) {
      remarks.add(
          "The file is named %s, and METADATA in it says %s."
              .formatted(file.name().name(), name.orElse("")));
    }
    return remarks;
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> below = Files.walk(folder)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  /** Puts the places in the wheel for those where its libraries were laid out. */
  private static final class Names {
    private final List<String> folders;
    private final List<String> prefixes;
    private final String wheel;

    Names(Path prefix, Path site, Path wheel) {
      this.folders = spellings(site);
      this.prefixes = spellings(prefix);
      this.wheel = wheel + "!/";
    }

    /** As this system writes it, as Unix does, and as a drive of Windows. */
    private static List<String> spellings(Path folder) {
      String own = folder.toString();
      String unix = own.replace('\\', '/');
      return List.of("Z:" + unix.replace('/', '\\'), "/" + unix, own, unix).stream()
          .filter(each -> !each.startsWith("//"))
          .distinct()
          .toList();
    }

    String inWheel(String text) {
      String shown = text;
      for (String folder : folders) {
        shown = shown.replace(folder + "/", wheel).replace(folder + "\\", wheel);
        shown = shown.replace(folder, wheel);
      }
      for (String prefix : prefixes) {
        shown = shown.replace(prefix + "/", wheel + "../").replace(prefix, wheel + "..");
      }
      return shown;
    }

    Inspection inWheel(Inspection library) {
      return new Inspection(
          inWheel(library.file()),
          library.format(),
          library.architecture(),
          library.loader(),
          library.outcome(),
          library.status().map(this::inWheel),
          library.needs().stream().map(this::inWheel).toList(),
          library.remarks().stream().map(this::inWheel).toList());
    }

    private Need inWheel(Need need) {
      return new Need(
          need.name(),
          inWheel(need.neededBy()),
          need.found().map(this::inWheel),
          need.searched().stream()
              .map(
                  step ->
                      new SearchStep(
                          inWheel(step.directory()), inWheel(step.rule()), step.result()))
              .toList(),
          need.missingSymbols());
    }
  }
}

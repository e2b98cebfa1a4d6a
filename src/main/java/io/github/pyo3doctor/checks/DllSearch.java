package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * How the Windows loader looked for one DLL.
 *
 * @param dll the name it looked for
 * @param architecture that of the program
 * @param steps every place looked at, in order
 * @param verdict what came of it
 */
public record DllSearch(String dll, Architecture architecture, List<Step> steps, Verdict verdict) {
  /**
   * Why a directory is searched, in the words of Microsoft's "Dynamic-link library search order".
   */
  public enum Rule {
    /** The folder from which the application loaded. */
    PROGRAM("folder of the program"),
    /** The folder of a Python module that is imported. */
    MODULE("folder of the module"),
    /** A folder that was given to {@code os.add_dll_directory}. */
    ADDED("os.add_dll_directory"),
    /** The system folder. */
    SYSTEM("system folder"),
    /** The 16-bit system folder. */
    SYSTEM_16("16-bit system folder"),
    /** The Windows folder. */
    WINDOWS("Windows folder"),
    /** The current folder. */
    CURRENT("current folder"),
    /** A folder that {@code cargo run} and {@code cargo test} put in front of PATH. */
    CARGO("put in front of PATH by `cargo run` and `cargo test`"),
    /** A directory of the PATH environment variable. */
    PATH("PATH");

    private final String word;

    Rule(String word) {
      this.word = word;
    }

    /** How it is called in evidence. */
    public String word() {
      return word;
    }
  }

  /**
   * One place.
   *
   * @param directory as the loader names it
   * @param rule why it is searched
   * @param sight what was seen there
   */
  public record Step(String directory, Rule rule, Sight sight) {}

  /** What was seen in one place. */
  public sealed interface Sight {
    /** A DLL of that name for the program's architecture. */
    record Fits(PythonDll dll) implements Sight {}

    /** A DLL of that name for another architecture, which the loader passes over. */
    record OtherArchitecture(PythonDll dll) implements Sight {}

    /** No file of that name. */
    record Nothing() implements Sight {}

    /** No such directory. */
    record NoDirectory() implements Sight {}

    /** It could not be seen what is there. */
    record Unseen(String reason) implements Sight {}
  }

  /** What came of a search. */
  public sealed interface Verdict {
    /**
     * The loader takes this one.
     *
     * @param step where
     * @param dll which
     */
    record Loads(Step step, PythonDll dll) implements Verdict {
      /** Its full path. */
      public String path() {
        return WindowsPaths.child(step.directory(), dll.name());
      }
    }

    /** No place has it: {@code STATUS_DLL_NOT_FOUND}. */
    record NotFound() implements Verdict {}

    /** Every one found is for another architecture: {@code STATUS_INVALID_IMAGE_FORMAT}. */
    record WrongArchitecture() implements Verdict {}

    /** A place that comes before any other find could not be seen. */
    record Unknown(String reason) implements Verdict {}
  }

  /** The places as numbered lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Step step : steps) {
      lines.add(
          "%d. %s (%s): %s"
              .formatted(lines.size() + 1, step.directory(), step.rule().word(), describe(step)));
    }
    return List.copyOf(lines);
  }

  private String describe(Step step) {
    return switch (step.sight()) {
      case Sight.Fits(PythonDll found) -> "%s, %s: taken".formatted(found.name(), word(found));
      case Sight.OtherArchitecture(PythonDll found) ->
          "%s, %s: passed over, the program is %s"
              .formatted(found.name(), word(found), architecture.word());
      case Sight.Nothing() -> "no " + dll;
      case Sight.NoDirectory() ->
          step.directory().contains("%")
              ? "no such directory (the loader does not expand %…%)"
              : "no such directory";
      case Sight.Unseen(String reason) -> reason;
    };
  }

  private static String word(PythonDll dll) {
    return dll.architecture().map(Architecture::word).orElse("architecture unknown");
  }
}

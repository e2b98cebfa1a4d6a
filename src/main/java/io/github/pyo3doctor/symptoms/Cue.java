package io.github.pyo3doctor.symptoms;

import java.util.regex.Pattern;

/**
 * Lines that announce no trouble and tell what was being done. Cargo gives the file of a test or
 * program a hash of 16 digits, and that of a package's own {@code cdylib} none ({@code
 * compilation_files.rs}, {@code should_use_metadata}).
 */
enum Cue {
  COMMAND_STARTS_PROGRAM(
      Occasion.PROGRAM, "(^|[$>#%+] ?|\\()cargo (\\+\\S+ )?(test|t|bench|run|r|nextest)\\b"),
  CARGO_STARTS_PROGRAM(
      Occasion.PROGRAM, "^ *Running (unittests |tests[/\\\\]|benches[/\\\\]|`target[/\\\\])"),
  PROFILE_OF_TESTS(Occasion.PROGRAM, "Finished `?(test|bench)`? (profile )?\\["),
  TARGET_IS_PROGRAM(
      Occasion.PROGRAM, "could not compile `[^`]+` \\((lib test|(test|bench|bin|example) )"),
  TARGETS_OF_OLD_CARGO_FAILED(Occasion.PROGRAM, "error: (test|bench|doctest) failed"),
  PROGRAM_LEFT(
      Occasion.PROGRAM,
      "process didn't exit successfully: `[^`]*target[/\\\\]([\\w-]+[/\\\\])?"
          + "(debug|release)[/\\\\](?!build[/\\\\])"),
  LINKED_FILE_IS_PROGRAM(
      Occasion.PROGRAM,
      "\"?-o\"? \"?[^\" ]*[/\\\\](deps|examples)[/\\\\]\\w+-[0-9a-f]{16}\"?( |$)"),
  OBJECT_OF_PROGRAM(
      Occasion.PROGRAM, "(^| in |[/\\\\])(?!lib)\\w+-[0-9a-f]{16}\\.[\\w.-]+\\.rcgu\\.o\\b"),

  COMMAND_BUILDS_LIBRARY(
      Occasion.LIBRARY,
      "(^|[$>#%+] ?)(cargo (\\+\\S+ )?(build|b|rustc)\\b|maturin (develop|dev|build)\\b)"),
  TARGET_IS_LIBRARY(Occasion.LIBRARY, "could not compile `[^`]+` \\(lib\\)"),
  LINKED_FILE_IS_LIBRARY(
      Occasion.LIBRARY,
      "\"?-o\"? \"?[^\" ]*[/\\\\]deps[/\\\\](lib\\w+\\.(so|dylib)|\\w+\\.dll)\\b"),
  OBJECT_OF_LIBRARY(Occasion.LIBRARY, " in \\w+\\.[\\w.-]+\\.rcgu\\.o\\b"),
  WHEEL_IS_BUILT(
      Occasion.LIBRARY,
      "maturin failed|Failed building wheel|Building wheel for |Failed to build a native"),

  PYTHON_IMPORTS(Occasion.IMPORT, "^ *ImportError: "),
  PYTHON_TRACEBACK(Occasion.IMPORT, "^ *Traceback \\(most recent call last\\)");

  /** How many lines away from a trouble a cue still tells what was being done. */
  static final int REACH = 3000;

  private final Occasion occasion;
  private final Pattern pattern;

  Cue(Occasion occasion, String pattern) {
    this.occasion = occasion;
    this.pattern = Pattern.compile(pattern);
  }

  Occasion occasion() {
    return occasion;
  }

  Pattern pattern() {
    return pattern;
  }
}

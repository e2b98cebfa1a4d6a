package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "linker",
        "cargo test hangs",
        "E0463",
        "error[E0432]",
        "ImportError DLL load failed",
        "0xc0000135",
        "-1073741515",
        "PyInit_mylib",
        "Py<T>: Clone",
        "error when I call detach: it hangs",
        "why is it stuck? I use rayon",
        "std::sync::OnceLock",
        "#[pyo3(get)]",
        "-undefined dynamic_lookup",
        "死锁 OnceLock",
      })
  void whatPeopleTypeIsWords(String typed) {
    assertThat(ReadAs.of(typed, ReadAsTest::nowhere))
        .isEqualTo(new ReadAs.Words(typed, "a line of words"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error[E0463]: can't find crate for `mylib`",
        "error: linking with `cc` failed: exit status: 1",
        "\u001B[1m\u001B[31merror\u001B[0m: could not compile `x`",
        "  | error: could not compile `x`",
        "ImportError: dynamic module does not define module export function (PyInit_x)",
        "pyo3_runtime.PanicException: index out of bounds",
        "Fatal Python error: init_fs_encoding: failed",
        "/usr/bin/ld: main.o: undefined reference to `PyErr_Print'",
        "rust-lld: error: undefined symbol: PyErr_Print",
        "ld: symbol(s) not found for architecture arm64",
        "LINK : fatal error LNK1181: cannot open input file 'python312.lib'",
        "mylib.lib : fatal error LNK1112: module machine type 'x86' conflicts",
        "dyld[4711]: Library not loaded: @rpath/libpython3.12.dylib",
        "./app: error while loading shared libraries: libpython3.12.so.1.0",
        "process didn't exit successfully: `app.exe` (exit code: 0xc0000135, STATUS_DLL_NOT_FOUND)",
        "thread 'main' panicked at src/lib.rs:3:5:",
        "#6  0x00007f take_gil",
        "💥 maturin failed",
        "ERROR: Failed building wheel for tokenizers",
        "The code execution cannot proceed because python312.dll was not found.",
      })
  void aLineThatAToolPrintedIsALog(String pasted) {
    assertThat(ReadAs.of(pasted, ReadAsTest::nowhere)).isInstanceOf(ReadAs.Log.class);
  }

  @Test
  void severalLinesAreALogWhateverTheySay() {
    assertThat(ReadAs.of("it hangs\n\nhelp", ReadAsTest::nowhere))
        .isEqualTo(new ReadAs.Log("it hangs\n\nhelp", "2 lines"));
  }

  @Test
  void aLineBreakAtTheEndMakesNoLog() {
    assertThat(ReadAs.of("it hangs\r\n", ReadAsTest::nowhere))
        .isEqualTo(new ReadAs.Words("it hangs ", "a line of words"));
  }

  @Test
  void aLogWhoseLineBreaksWereLostIsALog() {
    String joined = "warning: unused import Compiling mylib ".repeat(20) + "done";

    assertThat(ReadAs.of("It said " + joined, ReadAsTest::nowhere))
        .isEqualTo(new ReadAs.Log("It said " + joined, "a very long line"));
  }

  @Test
  void aBlankThatEndsTheLastWordIsKept() {
    assertThat(ReadAs.of("  dead \t lock ", ReadAsTest::nowhere))
        .isEqualTo(new ReadAs.Words("dead lock ", "a line of words"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\t\n"})
  void blanksAreNothing(String typed) {
    assertThat(ReadAs.of(typed, ReadAsTest::everywhere)).isEqualTo(new ReadAs.Nothing());
  }

  @Test
  void aPathIsAPlaceOnlyWhereSomethingLies() {
    assertThat(ReadAs.of("'projects/spam'", ReadAsTest::everywhere))
        .isEqualTo(new ReadAs.Place(Path.of("projects/spam"), "there is such a file or folder"));
    assertThat(ReadAs.of("projects/spam", ReadAsTest::nowhere)).isInstanceOf(ReadAs.Words.class);
    assertThat(ReadAs.of("x86/arm \u0000", ReadAsTest::everywhere))
        .isInstanceOf(ReadAs.Words.class);
  }

  @Test
  void theHomeFolderMayBeShortened() {
    Path home = Path.of(System.getProperty("user.home"));

    assertThat(ReadAs.of("~/spam", home.resolve("spam")::equals)).isInstanceOf(ReadAs.Place.class);
  }

  @Test
  void aFolderNamedLikeAWordDoesNotHideTheWord() {
    assertThat(ReadAs.of("deadlock", ReadAsTest::everywhere)).isInstanceOf(ReadAs.Words.class);
  }

  private static boolean nowhere(Path path) {
    return false;
  }

  private static boolean everywhere(Path path) {
    return true;
  }
}

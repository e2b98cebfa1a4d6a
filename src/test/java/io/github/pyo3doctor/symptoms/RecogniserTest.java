package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.NextStep;
import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log means, from what it says and what was being done. */
class RecogniserTest {
  private static final Set<Signature.Where> NOT_OF_C =
      Set.of(
          Signature.Where.NOT_OF_OTHERS, Signature.Where.LIKE_RUST, Signature.Where.NAMED_AS_RUST);
  private static final Libraries LIBRARIES = new Libraries();
  private static final List<Topic> TOPICS =
      LIBRARIES.bundled(LIBRARIES.facts().currentPyo3()).topics();
  private static final Recogniser RECOGNISER =
      new Recogniser(TOPICS, LIBRARIES.nextSteps(), LIBRARIES.facts());

  @Test
  void everySampleIsRecognised() {
    for (Topic topic : TOPICS) {
      for (Signature signature : topic.card().orElseThrow().signatures()) {
        String log = logOf(signature);
        assertThat(topics(log)).as("%s: %s", topic.id(), log).contains(topic.id());
      }
    }
  }

  /** Its sample, in the surroundings it needs. */
  private static String logOf(Signature signature) {
    String lines =
        signature.sample() + signature.with().map(with -> "\n" + with.sample()).orElse("");
    if (signature.isWaiting()) return DUMP.formatted(lines);
    return switch (signature.where()) {
      case ANYWHERE, NOT_OF_OTHERS -> lines;
      case OF_PYTHON -> "Collecting my-ext (from python-app)\n" + lines;
      case OF_RUST, NAMED_AS_RUST, LIKE_RUST ->
          "   Compiling my_ext v0.1.0 (/home/me/my_ext)\nrustc 1.90.0\n" + lines;
    };
  }

  @Test
  void whatOtherProgramsPrintTooNeedsALogOfPythonOrRust() {
    for (Topic topic : TOPICS) {
      for (Signature signature : topic.card().orElseThrow().signatures()) {
        if (signature.isWaiting()) {
          assertThat(topics(signature.sample())).doesNotContain(topic.id());
        } else if (NOT_OF_C.contains(signature.where())
            && !signature.sample().matches(".*(pyo3|rust|cargo|\\.rs|target| = note: ).*")) {
          String log = "c++ -c src/module.cpp -o module.o\n" + signature.sample();
          assertThat(topics(log)).as(log).doesNotContain(topic.id());
        }
      }
    }
  }

  @Test
  void aThreadThatLetsPythonGoBeforeItWaitsStopsNobody() {
    String waits = "#1 std::sync::poison::mutex::Mutex<u64>::lock (self=0x1) at mutex.rs:492";
    String letsGo = "#2 pyo3::marker::Python::detach<my_ext::f::{closure_env#0}, ()> ()";

    assertThat(topics(DUMP.formatted(waits))).containsExactly("gil-lock-deadlock");
    assertThat(topics(DUMP.formatted(waits + "\n" + letsGo))).isEmpty();
  }

  @Test
  void aThreadThatWaitsAloneIsNoDeadlock() {
    assertThat(
            topics(
                """
                Thread 1 (Thread 0x7f1 (LWP 1) "app"):
                #0  0x1 in syscall () from /lib/libc.so.6
                #1  std::sync::poison::mutex::Mutex<u64>::lock (self=0x1) at mutex.rs:492
                #2  my_ext::work () at src/lib.rs:9
                #9  _PyEval_EvalFrameDefault (tstate=0x1) at Python/ceval.c:5376
                """))
        .isEmpty();
  }

  @Test
  void aSymbolMissingInATestOnMacosIsTheFeature() {
    assertThat(topics(MACOS.formatted("(lib test)"))).containsExactly("extension-module-linking");
  }

  @Test
  void aSymbolMissingInTheLibraryOnMacosIsTheLinkersFlag() {
    assertThat(topics(MACOS.formatted("(lib)"))).containsExactly("macos-undefined-symbols");
  }

  @Test
  void theObjectFileTellsWhatWasLinkedWhenNothingElseDoes() {
    assertThat(topics(OBJECTS.formatted("my_ext.3u9o0x6vq3khfdw7")))
        .first()
        .isEqualTo("macos-undefined-symbols");
    assertThat(topics(OBJECTS.formatted("my_ext-0123456789abcdef.3u9o0x6vq3khfdw7")))
        .first()
        .isEqualTo("extension-module-linking");
  }

  @Test
  void anotherCrateThatATestCannotFindIsMissingFromTheDependencies() {
    String log =
        """
           Compiling my_ext v0.1.0 (/home/me/my_ext)
        error[E0432]: unresolved import `%s`
         --> tests/use_it.rs:1:5
        error: could not compile `my_ext` (test "use_it") due to 1 previous error
        """;
    assertThat(topics(log.formatted("my_ext"))).containsExactly("crate-not-found-in-tests");
    assertThat(topics(log.formatted("serde_json"))).isEmpty();
  }

  @Test
  void aProgramBesideItsLibraryThatIsOnlyCdylibCannotUseIt() {
    String log =
        """
        error[E0432]: unresolved import `my_ext`
         --> src/main.rs:1:5
        error: could not compile `my-ext` (bin "my-ext") due to 1 previous error
        """;
    assertThat(topics(log)).containsExactly("crate-not-found-in-tests");
  }

  @Test
  void aMessageBrokenWithinAWordIsRead() {
    String message =
        "error: the configured Python interpreter version (3.13) is newer than PyO3's maximum"
            + " supported version (3.12)";
    for (int at = 60; at < message.length() - 12; at++) {
      String log = "    " + message.substring(0, at) + "\n    " + message.substring(at);
      assertThat(topics(log)).as(log).containsExactly("python-version-unsupported");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 64, 68, 72, 76, 80})
  void aSentenceThatATerminalWrappedIsReadHoweverManyLinesItTakes(int width) {
    String warning =
        "<frozen importlib._bootstrap>:491: RuntimeWarning: The global interpreter lock (GIL) has"
            + " been enabled to load module 'shapes.shapes', which has not declared that it can run"
            + " safely without the GIL.";
    String log = wrapped(warning, width);

    assertThat(topics(log)).as(log).containsExactly("gil-re-enabled");
    assertThat(topics(log.replace("\n", " \n    "))).as(log).containsExactly("gil-re-enabled");
  }

  private static String wrapped(String text, int width) {
    StringBuilder lines = new StringBuilder();
    int used = 0;
    for (String word : List.of(text.split(" +"))) {
      boolean fits = used + word.length() < width;
      if (used > 0) lines.append(fits ? ' ' : '\n');
      used = fits ? used + 1 + word.length() : word.length();
      lines.append(word);
    }
    return lines.append('\n').toString();
  }

  @Test
  void whatAToolSaysNextIsNotTheRestOfASentence() {
    String log =
        """
        and then it says that the global interpreter lock (GIL) has
        error: been enabled to load module
        'shapes.shapes', which has not declared
        note: that it can run safely without
        """;
    assertThat(topics(log)).isEmpty();
  }

  @Test
  void aMessageBrokenBetweenWordsIsReadAndBothLinesAreNamed() {
    Match match =
        RECOGNISER
            .recognise(
                """
                first
                error: the configured Python interpreter version (3.13) is newer than
                PyO3's maximum supported version (3.12)
                """)
            .getFirst();

    assertThat(match.first()).isEqualTo(2);
    assertThat(match.last()).isEqualTo(3);
    assertThat(match.facts())
        .containsEntry(FactKind.PYTHON, "3.13")
        .containsEntry(FactKind.SUPPORTED, "3.12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "  Caused by: Python interpreter `3.12` doesn't exist | 3.12",
        "ld: cannot find -lpython3.8 libpyo3-adfc90cb8db0f773.rlib | 3.8",
        "ld.exe: cannot find -lpython310 libpyo3-adfc90cb8db0f773.rlib | 3.10",
        "ImportError: /v/my_ext/_rust.cpython-313t-x86_64-linux-gnu.so: undefined symbol:"
            + " PyUnicode_AsUTF8AndSize | 3.13",
      })
  void thePythonIsReadFromWhatIsAskedForToo(String line, String python) {
    assertThat(RECOGNISER.recognise(line).getFirst().facts())
        .containsEntry(FactKind.PYTHON, python);
  }

  @Test
  void theBuildScriptNamesThePyo3AndTheAdviceUsesIt() {
    Match match =
        RECOGNISER
            .recognise(
                """
                error: failed to run custom build command for `pyo3-ffi v0.22.3`
                  --- stderr
                  error: the configured Python interpreter version (3.14) is newer than PyO3's maximum supported version (3.13)
                """)
            .getFirst();

    assertThat(match.facts()).containsEntry(FactKind.PYO3, "0.22.3");
    assertThat(match.confidence()).isGreaterThan(0.9);
    assertThat(match.nextStep())
        .contains("0.22.3", "3.13", "3.14")
        .contains(LIBRARIES.facts().firstPyo3For("3.14").orElseThrow());
  }

  @Test
  void python310ReadAsPython31NeedsANewerPyo3() {
    Match match =
        RECOGNISER
            .recognise(
                "error: the configured Python interpreter version (3.1) is lower than PyO3's"
                    + " minimum supported version (3.6)")
            .getFirst();

    assertThat(match.topic()).isEqualTo("python-version-unsupported");
    assertThat(match.nextStep()).contains("Update PyO3, not Python");
  }

  @ParameterizedTest
  @CsvSource({
    "ImportError: /a/shapes/shapes.abi3.so: undefined symbol: _Py_NegativeRefcount,"
        + " _Py_NegativeRefcount",
    "ImportError: /a/shapes/shapes.abi3.so: undefined symbol: PyType_GetName, PyType_GetName",
    "dyld[7]: symbol not found in flat namespace '__Py_NoneStruct', _Py_NoneStruct",
    "dyld[7]: symbol not found in flat namespace '_PyExc_TypeError', PyExc_TypeError"
  })
  void theUnderscoreThatMacosPutsBeforeANameIsTakenOff(String line, String symbol) {
    assertThat(RECOGNISER.recognise(line).getFirst().facts())
        .containsEntry(FactKind.SYMBOL, symbol);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MODULE|shapes|ImportError: /a/shapes/shapes.abi3.so: undefined symbol: PyType_GetName",
        "PACKAGE|shapes|ERROR: shapes-0.1.0-cp39-abi3-manylinux_2_35_x86_64.whl is not a supported"
            + " wheel on this platform.",
        "PACKAGE|shapes-py|error: failed to parse lock file at:"
            + " /tmp/pip-install-ab12/shapes-py_0123456789abcdef0123456789abcdef/Cargo.lock: lock"
            + " file version 4 requires `-Znext-lockfile-bump`"
      })
  void whatIsInTroubleIsReadFromThePathsAroundIt(FactKind kind, String value, String line) {
    assertThat(RECOGNISER.recognise(line).getFirst().facts()).containsEntry(kind, value);
  }

  @Test
  void theLimitAndThePyo3AreReadAlsoWhereTheirLinesWereBroken() {
    String log =
        """
        > error: the configured Python interpreter version (3.14) is newer than PyO3's maximum supported version
        >       (3.13)
        > = help: please check if an updated version of PyO3 is available.
        >    Current version: 0.23.5
        """;

    assertThat(RECOGNISER.recognise(log).getFirst().facts())
        .containsEntry(FactKind.SUPPORTED, "3.13")
        .containsEntry(FactKind.PYO3, "0.23.5");
  }

  @Test
  void aModuleOfPythonIsNotTheOneInTrouble() {
    String log = "panicked at src/main.rs:1\nModuleNotFoundError: No module named 'encodings'";

    assertThat(RECOGNISER.recognise(log).getFirst().facts()).doesNotContainKey(FactKind.MODULE);
  }

  @Test
  void theHostOfAToolchainIsNotTheTarget() {
    String log =
        "/home/me/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/lib/rustlib\n"
            + "error: PyO3 does not support the free-threaded build of CPython versions below 3.14";

    assertThat(RECOGNISER.recognise(log).getFirst().facts()).doesNotContainKey(FactKind.TARGET);
  }

  @Test
  void oneSignatureSpeaksOnceHoweverOftenItCame() {
    String once =
        "        \"_PyList_New\", referenced from:\n            pyo3::f in libpyo3-1.rlib\n";

    Match one = RECOGNISER.recognise("rustc 1.90.0\n" + once).getFirst();
    Match many = RECOGNISER.recognise("rustc 1.90.0\n" + once.repeat(9)).getFirst();

    assertThat(many.topic()).isEqualTo(one.topic()).isEqualTo("macos-undefined-symbols");
    assertThat(many.confidence()).isEqualTo(one.confidence());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/site-packages/shapes/shapes.cpython-39-x86_64-linux-gnu.so",
        "/a/site-packages/shapes/_rust.abi3.so",
        "/a/site-packages/shapes.abi3.so",
        "/a/site-packages/tokenizers/models.cpython-39-x86_64-linux-gnu.so",
        "./libshapes.so"
      })
  void aModuleThatLiesAndIsNamedAsThoseOfRustIsOne(String file) {
    assertThat(topics("ImportError: " + file + ": undefined symbol: PyType_GetName"))
        .containsExactly("interpreter-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/site-packages/shapes/_kernels.cpython-39-x86_64-linux-gnu.so",
        "/a/site-packages/shapes/shapes_cpp.abi3.so",
        "/a/site-packages/numpy/numpy.abi3.so",
        "/tmp/shapes.so",
        "/usr/lib/libshapes.so"
      })
  void aModuleOfWhichNothingTellsWhatItIsWrittenInGetsNoAnswer(String file) {
    String line = "ImportError: " + file + ": undefined symbol: PyType_GetName";
    assertThat(topics(line)).isEmpty();
    assertThat(topics("   Compiling shapes v0.1.0 (/home/me/shapes)\n" + line))
        .hasSize(file.contains("numpy") ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0xc0000135",
        "exit code: 0xC0000135",
        "-1073741515",
        "3221225781",
        "exit code: 0xc0000139",
        "-1073741511",
        "Process completed with exit code 3221225785."
      })
  void anExitCodeOfWindowsIsEnough(String code) {
    assertThat(topics(code)).containsExactly("windows-dll-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LINK : fatal error LNK1181: cannot open input file 'python312.lib'",
        "LINK : fatal error LNK1181: 无法打开输入文件“python312.lib”",
        "LINK : fatal error LNK1181: 入力ファイル 'python312.lib' を開けません。",
        "LINK : fatal error LNK1181: Eingabedatei \"python312.lib\" kann nicht geöffnet werden."
      })
  void theLinkerOfWindowsIsUnderstoodInItsLanguages(String message) {
    assertThat(topics(message)).containsExactly("interpreter-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "由于找不到 python311.dll，无法继续执行代码。重新安装程序可能会解决此问题。",
        "python311.dll が見つからないため、コードの実行を続行できません。",
        "Die Ausführung des Codes kann nicht fortgesetzt werden, da python311.dll nicht gefunden"
            + " wurde.",
        "The code execution cannot proceed because python311.dll was not found.",
        "error: 指定されたモジュールが見つかりません。 (os error 126)"
      })
  void theDialogOfWindowsIsUnderstoodInItsLanguages(String message) {
    assertThat(topics(message)).containsExactly("windows-dll-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error[E0502]: cannot borrow `v` as mutable because it is also borrowed as immutable",
        "thread 'main' panicked at src/main.rs:2:74:\nalready borrowed: BorrowMutError",
        "warning: spurious network error (3 tries remaining): [28] Timeout was reached",
        "ERROR: Could not find a version that satisfies the requirement my-ext",
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n"
            + "ValueError: not enough values to unpack",
        "ModuleNotFoundError: No module named 'yaml'",
        "/usr/bin/ld: cannot find -lssl: No such file or directory",
        "/usr/bin/ld: cannot find -lpython3.8m",
        "error[E0432]: unresolved import `serde`\n --> src/main.rs:1:5",
        "error: could not compile `my_ext` (lib) due to 1 previous error",
        "error[E0463]: can't find crate for `std`\n --> tests/a.rs:1:1",
        "java.lang.UnsatisfiedLinkError: dlopen(/tmp/target/debug/libshapes.dylib, 0x0001): tried:"
            + " '/tmp/target/debug/libshapes.dylib' (mach-o file, but is an incompatible"
            + " architecture (have 'arm64', need 'x86_64'))",
        "error: could not find native static library `python3.8`, perhaps an -L flag is missing?\n"
            + "error: could not compile `python3-sys` due to 2 previous errors",
        "error[E0425]: cannot find function `PySpam_New` in this scope\n --> src/python.rs:4:5",
        "thread '<unnamed>' panicked at"
            + " /home/me/.cargo/registry/src/index/polars-core-0.46.0/src/series/mod.rs:515:37:",
        "",
        "\n\n\n"
      })
  void otherTroublesGetNoAnswer(String log) {
    assertThat(topics(log)).isEmpty();
  }

  @Test
  void everyTopicHasItsOwnAdvice() {
    List<String> advised = LIBRARIES.nextSteps().stream().map(NextStep::topic).toList();
    assertThat(advised).containsAll(TOPICS.stream().map(Topic::id).toList());
  }

  @Test
  void theLastAdviceOfATopicNeedsNoFact() {
    for (Topic topic : TOPICS) {
      assertThat(LIBRARIES.nextSteps().stream().filter(s -> s.topic().equals(topic.id())).toList())
          .last()
          .satisfies(
              step -> {
                assertThat(step.say()).as(topic.id()).doesNotContainPattern("\\{[a-z]");
                assertThat(step.signatures()).as(topic.id()).isEmpty();
              });
    }
  }

  @Test
  void adviceNamesSignaturesThatExist() {
    for (NextStep step : LIBRARIES.nextSteps()) {
      List<String> known =
          TOPICS.stream()
              .filter(topic -> topic.id().equals(step.topic()))
              .flatMap(topic -> topic.card().orElseThrow().signatures().stream())
              .map(Signature::id)
              .toList();
      assertThat(known).as(step.topic()).containsAll(step.signatures());
      assertThat(step.say()).doesNotContain("[not available");
    }
  }

  private static List<String> topics(String log) {
    return RECOGNISER.recognise(log).stream().map(Match::topic).toList();
  }

  @Test
  void aQuotedLineMayBeIndentedAndBroken() {
    String log =
        """
            >  error: the configured Python interpreter version (3.13) is newer than
            >  PyO3's maximum supported version (3.12)
        """;

    assertThat(topics(log)).containsExactly("python-version-unsupported");
  }

  @Test
  void aPathThatLeadsNowhereInPyo3NeedsNoNameThatIsKnown() {
    String imported =
        """
        error[E0432]: unresolved import `pyo3::derive_utils`
           --> src/lib.rs:113:15
            |
        113 |     use pyo3::derive_utils::ModuleDef;
            |               ^^^^^^^^^^^^ could not find `derive_utils` in `%s`
        """;

    assertThat(topics(imported.formatted("pyo3"))).containsExactly("api-removed");
    assertThat(topics(imported.replace("`pyo3::", "`serde::").formatted("serde"))).isEmpty();
  }

  @Test
  void aBenchThatMissesAnotherCrateThanItsPackageLacksADependency() {
    String log =
        """
        error[E0463]: can't find crate for `%s`
         --> my-ext/benches/speed.rs:2:1
        """;

    assertThat(topics(log.formatted("my_ext"))).containsExactly("crate-not-found-in-tests");
    assertThat(topics(log.formatted("criterion"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error: Both VIRTUAL_ENV and CONDA_PREFIX are set. Please unset one of them.",
        "process didn't exit successfully: `target\\debug\\main-1f.exe` (exit code: 0xc0000139,"
            + " STATUS_ENTRYPOINT_NOT_FOUND)"
      })
  void whatUvSaysInMaturinsWordsAndWhatAnyProgramOfRustEndsWithSaysNothing(String line) {
    assertThat(topics(line)).isEmpty();
  }

  private static final String MACOS =
      """
      error: linking with `cc` failed: exit status: 1
        = note: Undefined symbols for architecture arm64:
                  "_PyExc_SystemError", referenced from:
                      pyo3::err::PyErr::take::h0123456789abcdef in libpyo3-0123456789abcdef.rlib
                ld: symbol(s) not found for architecture arm64
      error: could not compile `my_ext` %s due to 1 previous error
      """;

  private static final String DUMP =
      """
      Thread 2 (Thread 0x7f2 (LWP 2) "app"):
      #0  0x1 in syscall () from /lib/libc.so.6
      %s
      #8  my_ext::__pyfunction_f (_slf=0x0) at src/lib.rs:9

      Thread 1 (Thread 0x7f1 (LWP 1) "app"):
      #0  take_gil (tstate=0x1) at Python/ceval_gil.h:231
      #1  PyEval_RestoreThread (tstate=0x1) at Python/ceval.c:521
      """;

  private static final String OBJECTS =
      """
          "_PyExc_SystemError", referenced from:
              my_ext::twice::h0123456789abcdef in %s.rcgu.o
      """;
}

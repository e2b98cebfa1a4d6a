package io.github.pyo3doctor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicIndexTest {
  private static final Pyo3Release RELEASE = new Pyo3Release("0.29.2");
  private static final Library BUNDLED = new Libraries().bundled(RELEASE);
  private static final TopicIndex INDEX = TopicIndex.of(List.of(BUNDLED));

  @AfterAll
  static void closeTheIndex() {
    INDEX.close();
  }

  @ParameterizedTest
  @CsvSource({
    "deadlock,once-deadlock",
    "keyboard interrupt,ctrl-c-ignored",
    "getter copy,getter-clones",
    "renamed dependency macros,reexported-pyo3",
    "cargo test linker error,extension-module-linking",
    "unresolved import integration test,crate-not-found-in-tests",
    "dll not found,windows-dll-not-found",
    "ctrl-c,ctrl-c-ignored",
    "SIGINT,ctrl-c-ignored",
  })
  void aKeywordFindsItsTopic(String typed, String topic) {
    assertThat(first(typed)).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource({
    "PyO3导入时卡住，死锁 OnceLock,once-deadlock",
    "PyO3内存泄漏怎么办,memory-growth",
    "cargo test链接错误未定义符号PyExc_TypeError,extension-module-linking",
    "找不到Python解释器,interpreter-not-found",
    "Ctrl-Cで止まらないRust拡張,ctrl-c-ignored",
    "仮想環境がないとmaturin developが失敗,virtualenv-required",
  })
  void wordsThatFollowEachOtherWithoutASpaceAreFound(String typed, String topic) {
    assertThat(first(typed)).isEqualTo(topic);
  }

  @ParameterizedTest
  @ValueSource(strings = {"今天天气怎么样", "明日の天気はどうですか", "오늘 날씨"})
  void anUnspacedSentenceAboutSomethingElseFindsNothing(String typed) {
    assertThat(INDEX.search(typed, 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "undefined symbol _Py_Dealloc,macos-undefined-symbols",
    "import error dll load failed rust extension,dll-load-failed",
    "cargo test linker error python,extension-module-linking",
    "LNK1104 cannot open file python312.lib,interpreter-not-found",
  })
  void whoSaysLittleNeedNotNameOurField(String typed, String topic) {
    assertThat(first(typed)).isEqualTo(topic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rust lifetime in struct",
        "linker error LNK1104",
        "unwrap vs expect",
        "pybind11 undefined symbol",
        "cython import error dll load failed numpy",
        "torch DLL load failed",
        "rust E0382 use of moved value",
      })
  void whatOthersPrintTooIsNotAnsweredWhereTheyAreNamed(String typed) {
    assertThat(INDEX.search(typed, 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "does not build on Python 3.17,python-version-unsupported",
    "wheel for cp316 refused by PyO3,python-version-unsupported",
    "does not work with pyo3 0.41,two-pyo3-versions",
    "exe asks for python317.dll,windows-dll-not-found",
    "libpython3.17.so.1.0 cannot open shared object file,libpython-not-loaded",
    "PyInit_my_own_name is missing,module-init-missing",
    "RuntimeWarning on Python 3.17t about the GIL,gil-re-enabled",
    "rust-lld: unable to find library -lpython3.19,interpreter-not-found",
    "LNK1181: cannot open input file python319.lib,interpreter-not-found",
    "No module named 'mylib.mylib',module-init-missing",
  })
  void aVersionOrANameThatNobodyWroteDownIsKnownByItsKind(String typed, String topic) {
    assertThat(first(typed)).isEqualTo(topic);
  }

  @Test
  void aPrivateModuleIsANameOfItsOwn() {
    assertThat(first("DLL load failed while importing _rust")).isEqualTo("dll-load-failed");
    assertThat(INDEX.search("DLL load failed while importing _ssl", 3)).isEmpty();
  }

  @Test
  void aMangledNameOfCppIsOthersAndOneOfRustIsNot() {
    String said = "undefined symbol when importing the Rust extension module ";

    assertThat(INDEX.search(said + "_ZN6shapes6Square4areaEv", 3)).isEmpty();
    assertThat(INDEX.search(said + "_ZN6shapes4area17h0123456789abcdefE", 3)).isNotEmpty();
  }

  @Test
  void signsAloneAreNoWord() {
    assertThat(INDEX.search("_ __ -- ' _", 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "the system Python is always used by pyo3,interpreter-not-found",
    "always used: Python of the system,interpreter-not-found",
    "logging from inside a rayon closure hangs Python,gil-lock-deadlock",
  })
  void aPhraseOfATopicIsFoundInAnotherOrder(String typed, String topic) {
    assertThat(first(typed)).isEqualTo(topic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "future cannot be sent between threads safely in tokio::spawn",
        "derive macro of a crate does not work when it is re-exported",
        "PyO3: dunder methods for an enum",
        "maturin: publish only the sdist",
        "std::vector of shared_ptr as a return value in Python",
      })
  void whatIsAskedInTheWordsOfOurTroublesAboutSomethingElseIsNotAnswered(String typed) {
    assertThat(INDEX.search(typed, 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "module is missing after the installation,module-init-missing",
    "loading the DLL fails in the new version,dll-load-failed",
  })
  void whatTroublesOfEveryFieldAreToldWithIsAnsweredOnlyWhereOurFieldIsNamed(
      String told, String topic) {
    assertThat(INDEX.search(told, 3)).isEmpty();
    assertThat(first("PyO3: " + told)).isEqualTo(topic);
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy of a letter", "the lock of a door"})
  void aTopicThatIsHardlyAheadIsNoAnswer(String typed) {
    assertThat(INDEX.search(typed, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Godot: the plugin fails to load its library",
        "CMake cannot find the library of Python",
        "prebuilt binaries ask for a newer GLIBC on CentOS",
        "thread 'main' panicked at 'index out of bounds: the len is 4 but the index is 4'",
        "the app in the background uses gigabytes of memory after days",
        "undefined reference errors while linking the application",
      })
  void whatAnybodyAsksOfAnotherFieldIsNotAnswered(String typed) {
    assertThat(INDEX.search(typed, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PyDict set_item", "pyo3 PyList append", "update maturin"})
  void aNeighbourThatAnswersFarBetterNeedsNoMoreThanTwoWords(String typed) {
    assertThat(INDEX.search(typed, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PyO3: a logo for our conference talk",
        "PyO3 keeps the names of parameters in lower case",
        "who pays for the maintenance of PyO3",
        "pyo3 guide printed as a book",
      })
  void toNameUsIsNotEnoughWhereNoTopicSpeaksOfTheRest(String typed) {
    assertThat(INDEX.search(typed, 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "deadlok,once-deadlock",
    "eror loading DLL rust extension,dll-load-failed",
    "dealdock,once-deadlock",
    "keybord interupt,ctrl-c-ignored",
    "windws python dll misssing,windows-dll-not-found",
    "linkr eror cargo test,extension-module-linking",
  })
  void aMisspeltWordFindsItsTopic(String typed, String topic) {
    assertThat(first(typed)).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource({
    "_PyExc_SystemError,extension-module-linking",
    "PyExc_SystemError,extension-module-linking",
    "STATUS_DLL_NOT_FOUND,windows-dll-not-found",
    "status dll not found,windows-dll-not-found",
    "STATUS_ENTRYPOINT_NOT_FOUND,windows-dll-not-found",
    "0xc0000135,windows-dll-not-found",
    "0xC0000135,windows-dll-not-found",
    "-1073741515,windows-dll-not-found",
    "python312.dll,windows-dll-not-found",
    "E0463,crate-not-found-in-tests",
    "error[E0432],crate-not-found-in-tests",
    "std::sync::OnceLock,once-deadlock",
    "OnceLock,once-deadlock",
    "once lock,once-deadlock",
    "oncelock,once-deadlock",
    "PyOnceLock,once-deadlock",
    "lazy_static!,once-deadlock",
    "once_cell::sync::Lazy,once-deadlock",
    "GILOnceCell,once-deadlock",
    "check_signals,ctrl-c-ignored",
    "Python::check_signals,ctrl-c-ignored",
    "#[pyo3(get)],getter-clones",
    "Py<T>: Clone,getter-clones",
    "extension-module,extension-module-linking",
    "cdylib rlib,crate-not-found-in-tests",
  })
  void anIdentifierIsFoundHoweverItIsWritten(String typed, String topic) {
    assertThat(first(typed)).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource({
    "dead,gil-lock-deadlock",
    "deadl,once-deadlock",
    "STATUS_DL,windows-dll-not-found",
    "ctrl-c ign,ctrl-c-ignored",
    "keyboard inter,ctrl-c-ignored",
    "oncel,once-deadlock",
  })
  void aWordMayBeUnfinishedWhileItIsTyped(String typed, String topic) {
    assertThat(first(typed)).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "After an update of the charting library my notebook stops with PanicException for each"
            + " figure that has more than two axes and a legend beside the plot | panic-exception",
        "Our analyst filters a big table by a list of forty thousand customer numbers, the kernel"
            + " restarts, and the terminal says pyo3_runtime.PanicException and nothing else of"
            + " interest | panic-exception",
        "rolling mean over a window, PanicException says cannot take Float64 from Int32"
            + " | panic-exception",
      })
  void aLongReportIsFoundByTheOneNameThatTells(String report, String topic) {
    assertThat(first(report)).isEqualTo(topic);
  }

  @Test
  void aLongReportThatNamesOnlyTheFieldIsStillNotFound() {
    assertThat(
            INDEX.search(
                "Our pipeline prints many lines about licence files since the last maturin release,"
                    + " can the names of the files in the company's store be kept short",
                10))
        .isEmpty();
  }

  @Test
  void aSpaceEndsTheWord() {
    assertThat(INDEX.search("dea", 10)).isNotEmpty();
    assertThat(INDEX.search("dea ", 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "the", "xylophone", "zzzzzzzz", "0xdeadbeef00"})
  void whatMatchesNothingFindsNothing(String typed) {
    assertThat(INDEX.search(typed, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AND (",
        "foo:bar^2~",
        "title:[a TO z}",
        "\"unclosed",
        "+-&&||!(){}[]^\"~*?:\\/",
        "*",
        "?*?",
        "…—“”",
        "::::",
        "-",
        "--",
        "''''",
        ".",
        "死锁 デッドロック 교착",
        "🦀🐍",
        "\u0000",
        "a\u0000b",
        "\uD800",
        "deadlock\uDC00",
        "\u202Edeadlock",
        "e\u0301\u0301\u0301",
        "ﬁ ß İ ı",
      })
  void nothingThatCanBeTypedIsSyntax(String typed) {
    assertThatCode(() -> INDEX.search(typed, 10)).doesNotThrowAnyException();
  }

  @Test
  void aWordBetweenSignsIsStillFound() {
    assertThat(first("(AND) \"deadlock\"~ ::")).isEqualTo("once-deadlock");
    assertThat(first("死锁 OnceLock")).isEqualTo("once-deadlock");
    assertThat(first("🦀 deadlock")).isEqualTo("once-deadlock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "deadlock ",
        "std::sync::OnceLock<PyAny> ",
        "aB_c1 ",
        "a_b",
        "aB",
        "::",
        ".",
        "🦀",
        "1.",
        "-"
      })
  @Timeout(120)
  void aHundredThousandCharactersAreSearchedInASensibleTime(String part) {
    String typed = part.repeat(100_000 / part.length());

    assertThatCode(() -> INDEX.search(typed, 10)).doesNotThrowAnyException();
  }

  @Test
  void noMoreThanTheLimitAreShownBestFirst() {
    List<Hit> all = INDEX.search("python test error", 100);

    assertThat(all).hasSizeGreaterThan(2).hasSizeLessThanOrEqualTo(BUNDLED.topics().size());
    assertThat(all).extracting(Hit::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(all).extracting(Hit::topic).doesNotHaveDuplicates();
    assertThat(INDEX.search("python test error", 2)).isEqualTo(all.subList(0, 2));
  }

  @Test
  void aHitShowsTheTopicsTitleAndSource() {
    assertThat(INDEX.search("deadlock OnceLock", 10).getFirst())
        .satisfies(
            hit -> {
              assertThat(hit.source()).isEqualTo("bundled");
              assertThat(hit.title().text())
                  .isEqualTo(BUNDLED.topic(hit.topic()).orElseThrow().titleText());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deadlock",
        "OnceLock",
        "lock",
        "cargo test",
        "STATUS_DLL_NOT_FOUND",
        "_PyExc_SystemError",
        "python",
        "Ctrl-C",
        "std::sync::OnceLock hangs",
        "linker symbol undefined",
        "macro crate",
      })
  void marksLieInTheTextInOrderAndDoNotOverlap(String typed) {
    for (Hit hit : INDEX.search(typed, 10)) {
      for (Marked marked : List.of(hit.title(), hit.snippet())) {
        int done = -1;
        for (Marked.Mark mark : marked.marks()) {
          assertThat(mark.start()).isGreaterThan(done).isLessThan(mark.end());
          assertThat(mark.end()).isLessThanOrEqualTo(marked.text().length());
          done = mark.end();
        }
        assertThat(marked.text()).doesNotContain("\n").isEqualTo(marked.text().strip());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OnceLock,OnceLock",
    "oncelock,OnceLock",
    "once,Once",
    "hang,Hangs",
  })
  void marksCoverWhatMatched(String typed, String marked) {
    assertThat(markedWords(INDEX.search(typed, 10).getFirst()))
        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(marked.toLowerCase(Locale.ROOT)));
  }

  @Test
  void whatDidNotMatchIsNotMarked() {
    assertThat(INDEX.search("oncelock", 1))
        .allSatisfy(
            hit ->
                assertThat(markedWords(hit))
                    .allMatch(word -> word.toLowerCase(Locale.ROOT).contains("once")));
  }

  @Test
  void severalLibrariesAreSearchedAtOnce() throws Exception {
    Library garden = new Libraries().at(Path.of("src/test/resources/faq/garden.md"), RELEASE);
    try (TopicIndex both = TopicIndex.of(List.of(BUNDLED, garden))) {
      assertThat(markedWords(both.search("hedgehg", 1).getFirst())).contains("hedgehog");
      assertThat(both.search("hedgehog", 10)).extracting(Hit::source).containsOnly(garden.source());
      assertThat(both.search("deadlock", 10).getFirst().source()).isEqualTo("bundled");
    }
  }

  @Test
  void nothingIsFoundInAnEmptyLibrary() {
    try (TopicIndex none = TopicIndex.of(List.of(new Library("empty", List.of(), List.of())))) {
      assertThat(none.search("deadlock", 10)).isEmpty();
    }
  }

  @Test
  @Timeout(120)
  void severalThreadsSearchAtOnce() throws Exception {
    List<String> queries = List.of("deadlock", "cargo test", "dll", "macro", "Ctrl-C", "getter");
    List<List<Hit>> alone = queries.stream().map(typed -> INDEX.search(typed, 10)).toList();
    List<Future<List<Hit>>> together = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 120; i++) {
        String typed = queries.get(i % queries.size());
        Callable<List<Hit>> search = () -> INDEX.search(typed, 10);
        together.add(threads.submit(search));
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % queries.size()));
      }
    }
  }

  private static String first(String typed) {
    List<Hit> hits = INDEX.search(typed, 10);
    return hits.isEmpty() ? "nothing" : hits.getFirst().topic();
  }

  private static List<String> markedWords(Hit hit) {
    List<String> words = new ArrayList<>();
    for (Marked marked : List.of(hit.title(), hit.snippet())) {
      for (Marked.Mark mark : marked.marks()) {
        words.add(marked.text().substring(mark.start(), mark.end()));
      }
    }
    return words;
  }
}

package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is no log, or no honest one. The limits are far above what it takes: they end a run that
 * would not end.
 */
class HostileLogsTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Libraries LIBRARIES = new Libraries();
  private static final List<Topic> TOPICS =
      LIBRARIES.bundled(LIBRARIES.facts().currentPyo3()).topics();
  private static final Recogniser RECOGNISER =
      new Recogniser(TOPICS, LIBRARIES.nextSteps(), LIBRARIES.facts());

  @Test
  @Timeout(60)
  void binaryJunkIsNotRecognised() throws IOException {
    byte[] junk = new byte[4 * MEGABYTE];
    new Random(7).nextBytes(junk);

    assertThat(RECOGNISER.recognise(new ByteArrayInputStream(junk))).isEmpty();
  }

  @Test
  @Timeout(60)
  void oneEndlessLineIsReadToItsEnd() throws IOException {
    String end = " the Python interpreter is at fault: no Python 3.x interpreter found";
    String line = "PyObject_Foo -L /home/me ".repeat(20 * MEGABYTE / 25) + end;

    assertThat(RECOGNISER.recognise(line))
        .extracting(Match::topic)
        .containsExactly("interpreter-not-found");
  }

  @Test
  @Timeout(120)
  void aLogOf50MegabytesIsReadToItsEnd() throws IOException {
    String line = "   Compiling pyo3-macros v0.25.1 (/home/me/pyo3) --> src/lib.rs:7\n";
    byte[] megabyte = line.repeat(MEGABYTE / line.length() + 1).getBytes(StandardCharsets.UTF_8);
    byte[] end = "RuntimeError: Already borrowed\n".getBytes(StandardCharsets.UTF_8);
    List<InputStream> parts = new ArrayList<>();
    for (int i = 0; i < 50; i++) parts.add(new ByteArrayInputStream(megabyte));
    parts.add(new ByteArrayInputStream(end));

    List<Match> matches =
        RECOGNISER.recognise(new SequenceInputStream(Collections.enumeration(parts)));

    assertThat(matches).extracting(Match::topic).containsExactly("already-borrowed");
    assertThat(matches.getFirst().facts()).containsEntry(FactKind.PYO3, "0.25.1");
  }

  /** A frame of Python hints at Python in three letters and names it nowhere. */
  @Test
  @Timeout(10)
  void framesWithoutEndAreReadToTheirEnd() throws IOException {
    String frame = "  File \"/home/me/x.py\", line 12, in run\n";
    byte[] megabyte = frame.repeat(MEGABYTE / frame.length()).getBytes(StandardCharsets.UTF_8);
    byte[] end = "RuntimeError: Already borrowed\n".getBytes(StandardCharsets.UTF_8);
    List<InputStream> parts = new ArrayList<>();
    for (int i = 0; i < 50; i++) parts.add(new ByteArrayInputStream(megabyte));
    parts.add(new ByteArrayInputStream(end));

    assertThat(RECOGNISER.recognise(new SequenceInputStream(Collections.enumeration(parts))))
        .extracting(Match::topic)
        .containsExactly("already-borrowed");
  }

  /** What comes so often in vain gives up one way to tell a subject, not the others. */
  @Test
  void aSubjectIsNoticedBehindManyLinesThatOnlyHintAtIt() {
    String hints = "note that the crates of this target were copied\n".repeat(10_000);
    String trouble =
        "ImportError: dynamic module does not define module export function (PyInit__hidden)\n";

    assertThat(RECOGNISER.recognise(hints + trouble)).isEmpty();
    assertThat(RECOGNISER.recognise(hints + "   Compiling serde v1.0.228\n" + trouble))
        .extracting(Match::topic)
        .containsExactly("module-init-missing");
  }

  @Test
  @Timeout(value = 120)
  void noSignatureRunsWild() {
    for (Topic topic : TOPICS) {
      for (Signature signature : topic.card().orElseThrow().signatures()) {
        String piece = signature.sample().substring(0, Math.min(40, signature.sample().length()));
        for (String line : List.of(signature.sample(), piece, piece + "<pyo3::>::::`,' ")) {
          String hostile = line.repeat(RawLine.LONGEST / line.length());
          long start = System.nanoTime();
          assertThatCode(() -> new Patience().find(signature.pattern(), hostile))
              .doesNotThrowAnyException();
          assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
              .as(signature.pattern().pattern())
              .isLessThan(5);
        }
      }
    }
  }

  @Test
  @Timeout(60)
  void anExpressionThatRunsWildIsStopped() {
    assertThat(new Patience().find(Pattern.compile("(a+)+b"), "a".repeat(4000))).isEmpty();
    assertThat(new Patience().find(Pattern.compile("(a+)+b"), "aaab")).isPresent();
  }

  @Test
  @Timeout(60)
  void aLogMadeForOneExpressionIsReadToItsEnd() {
    String line = "std::sync::once_lock::OnceLock<pyo3::x>::".repeat(90) + "\n";
    String log = line.repeat(2 * MEGABYTE / line.length()) + "RuntimeError: Already borrowed";

    assertThat(RECOGNISER.recognise(log))
        .extracting(Match::topic)
        .containsExactly("already-borrowed");
  }

  @Test
  @Timeout(60)
  void aTroubleTold100000TimesIsToldOnce() {
    String log = "  rust-lld: error: undefined symbol: PyEval_RestoreThread\n".repeat(100_000);

    assertThat(RECOGNISER.recognise(log)).hasSize(1);
  }

  /** What comes again and again and is never followed by what it waits for tells nothing. */
  @Test
  void aFirstLineIsNotWaitedOnForEver() {
    String frame =
        "  File \"C:\\venv\\Lib\\site-packages\\my_ext\\__init__.py\", line 3, in <module>\n";
    String others = frame + "a\nb\nc\nd\n";
    String trouble =
        frame
            + "    from .my_ext import *\n"
            + "ImportError: DLL load failed while importing my_ext: The specified module could not"
            + " be found.\n";

    assertThat(RECOGNISER.recognise(others.repeat(100) + trouble))
        .extracting(Match::topic)
        .containsExactly("dll-load-failed");
    assertThat(RECOGNISER.recognise(others.repeat(5_000) + trouble)).isEmpty();
  }
}

package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.OperatingSystem;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CfgPredicateTest {
  private static final BuildConfiguration LINUX_TEST =
      new BuildConfiguration(OperatingSystem.LINUX, Set.of("python"), true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test                                          | TRUE",
        "cfg(test)                                     | TRUE",
        "feature = \"python\"                          | TRUE",
        "feature=\"other\"                             | FALSE",
        "unix                                          | TRUE",
        "windows                                       | FALSE",
        "target_os = \"linux\"                         | TRUE",
        "target_os = \"macos\"                         | FALSE",
        "target_family = \"unix\"                      | TRUE",
        "target_arch = \"x86_64\"                      | UNKNOWN",
        "Py_3_9                                        | UNKNOWN",
        "true                                          | TRUE",
        "not(test)                                     | FALSE",
        "not(Py_3_9)                                   | UNKNOWN",
        "all()                                         | TRUE",
        "any()                                         | FALSE",
        "all(test, Py_3_9)                             | UNKNOWN",
        "all(not(test), Py_3_9)                        | FALSE",
        "any(test, Py_3_9)                             | TRUE",
        "any(windows, Py_3_9,)                         | UNKNOWN",
        "cfg(all(unix, not(any(miri, windows)), test)) | TRUE",
      })
  void aPredicateIsTrueFalseOrUnknown(String predicate, Truth expected) {
    assertThat(CfgPredicate.evaluate(predicate, LINUX_TEST)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "all(test", "all(test))", "feature = ", "test windows", "f(test)", "%"})
  void whatIsNoPredicateIsUnknown(String text) {
    assertThat(CfgPredicate.evaluate(text, LINUX_TEST)).isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64-pc-windows-msvc,      FALSE",
    "cfg(windows),                FALSE",
    "cfg(target_os = \"windows\"), FALSE",
    "x86_64-unknown-linux-gnu,    UNKNOWN",
    "cfg(not(windows)),           TRUE",
    "cfg(unix),                   TRUE",
    "cfg(target_os = \"linux\"),  UNKNOWN",
  })
  void someUnixIsNotWindowsAndNoMoreIsKnown(String condition, Truth expected) {
    assertThat(CfgPredicate.evaluate(condition, BuildConfiguration.UNIX)).isEqualTo(expected);
  }

  @Test
  void onWindowsItIsTheOtherWayRound() {
    BuildConfiguration windows = new BuildConfiguration(OperatingSystem.WINDOWS, Set.of(), false);

    assertThat(CfgPredicate.evaluate("cfg(windows)", windows)).isEqualTo(Truth.TRUE);
    assertThat(CfgPredicate.evaluate("cfg(unix)", windows)).isEqualTo(Truth.FALSE);
    assertThat(CfgPredicate.evaluate("x86_64-pc-windows-gnu", windows)).isEqualTo(Truth.UNKNOWN);
    assertThat(CfgPredicate.evaluate("x86_64-unknown-linux-gnu", windows)).isEqualTo(Truth.FALSE);
  }
}

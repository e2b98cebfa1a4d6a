package io.github.pyo3doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.snapshot.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingMarkdownTest {
  @Test
  void aFindingReadsFromWhatToWhatToDo() {
    Fix fix =
        new Fix(
            "Add `rlib`",
            Fix.Grade.SAFE,
            List.of(new Fix.LineEdit("Cargo.toml", 7, "crate-type = [\"cdylib\"]", "a\nb")));
    Finding finding =
        new Finding(
            "library-is-only-cdylib",
            "crate-not-found-in-tests",
            Severity.ERROR,
            "`tests/it.rs` cannot import the library",
            Optional.of(new Location("Cargo.toml", 7, 1)),
            List.of(
                "tests/it.rs:1: `demo` is named as a crate", "src/lib.rs:2: names: Vec<String>"),
            Optional.of(fix));

    assertThat(FindingMarkdown.of(finding))
        .isEqualTo(
            """
            **error**: `tests/it.rs` cannot import the library

            Where: `Cargo.toml:7:1`

            How we know:

            - tests/it.rs:1: `demo` is named as a crate
            - src/lib.rs:2: names: Vec\\<String>

            What to do: Add `rlib`

            ```diff
            # Cargo.toml:7
            - crate-type = ["cdylib"]
            + a
            + b
            ```

            Topic: `crate-not-found-in-tests`
            """);
  }

  @Test
  void whatAFindingLacksLeavesNoHeadingBehind() {
    Finding finding =
        new Finding(
            "a", "b", Severity.HINT, "Only this", Optional.empty(), List.of(), Optional.empty());

    assertThat(FindingMarkdown.of(finding)).isEqualTo("**hint**: Only this\n\nTopic: `b`\n");
  }
}

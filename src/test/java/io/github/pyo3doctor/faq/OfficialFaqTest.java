package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.SharedFiles;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PyO3's own FAQ, where a copy of it is at hand. */
class OfficialFaqTest {
  private Library official = new Library("", List.of(), List.of());

  @BeforeEach
  void openTheOfficialPage() throws Exception {
    Libraries libraries = new Libraries();
    official = libraries.at(SharedFiles.file("seed/pyo3-faq.md"), libraries.facts().currentPyo3());
  }

  @Test
  void everyEntryHasTheIdOfABundledTopic() {
    assertThat(official.topics())
        .extracting(Topic::id)
        .containsExactly(
            "once-deadlock",
            "extension-module-linking",
            "crate-not-found-in-tests",
            "ctrl-c-ignored",
            "getter-clones",
            "reexported-pyo3",
            "windows-dll-not-found");
  }

  @Test
  void everyAnchorIsTheOneOfTheGuideOnTheWeb() {
    assertThat(official.topics())
        .extracting(Topic::anchor)
        .containsExactly(
            "im-experiencing-deadlocks-using-pyo3-with-stdsynconcelock-stdsynclazylock-"
                + "lazy_static-and-once_cell",
            "i-cant-run-cargo-test-or-i-cant-build-in-a-cargo-workspace-im-having-linker-issues-"
                + "like-symbol-not-found-or-undefined-reference-to-_pyexc_systemerror",
            "i-cant-run-cargo-test-my-crate-cannot-be-found-for-tests-in-tests-directory",
            "ctrl-c-doesnt-do-anything-while-my-rust-code-is-executing",
            "pyo3get-clones-my-field",
            "i-want-to-use-the-pyo3-crate-re-exported-from-dependency-but-the-proc-macros-fail",
            "im-trying-to-call-python-from-rust-but-i-get-status_dll_not_found-or-"
                + "status_entrypoint_not_found");
  }

  @Test
  void theIntroStandsApart() {
    assertThat(ArticleText.of(official.intro())).startsWith("Sorry that").contains("Discord");
  }

  @Test
  void noPlaceholderSurvives() {
    assertThat(official.topics())
        .allSatisfy(
            topic -> {
              assertThat(topic.titleText() + ArticleText.of(topic.body())).doesNotContain("{{#");
              assertThat(topic.body().toString()).doesNotContain("{{#").doesNotContain("not avail");
            });
  }

  @Test
  void referencesToTheApiAreLinks() {
    assertThat(official.topic("once-deadlock").orElseThrow().body().toString())
        .contains("Link[target=https://docs.rs/pyo3/")
        .doesNotContain("[`");
  }

  @Test
  void preparationsOfExamplesAreHidden() {
    Topic getter = official.topic("getter-clones").orElseThrow();

    assertThat(ArticleText.of(getter.body())).doesNotContain("use pyo3::prelude");
    assertThat(getter.body().toString()).contains("use pyo3::prelude");
  }
}

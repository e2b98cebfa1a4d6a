package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import java.util.List;
import java.util.Optional;

/**
 * What to do about a place that switches {@code extension-module} on, which depends on PyO3's
 * version.
 */
final class ExtensionModuleFix {
  private ExtensionModuleFix() {}

  static Fix of(Project project, ExtensionModuleUse use, ExtensionModuleFacts facts) {
    return switch (obsolete(use, facts)) {
      case TRUE -> remove(project, use, facts);
      case FALSE -> new Fix(makeOptional(use), Fix.Grade.MANUAL, List.of());
      case UNKNOWN ->
          new Fix(
              "If Cargo picks PyO3 "
                  + facts.obsoleteSince().series()
                  + " or newer, remove the feature; otherwise: "
                  + makeOptional(use),
              Fix.Grade.MANUAL,
              List.of());
    };
  }

  /** Whether the PyO3 in use can do without the feature. */
  static Truth obsolete(ExtensionModuleUse use, ExtensionModuleFacts facts) {
    return Pyo3Version.of(use.workspace(), use.switched().dependency())
        .map(version -> version.range().atLeast(facts.obsoleteSince()))
        .orElse(Truth.UNKNOWN);
  }

  private static Fix remove(Project project, ExtensionModuleUse use, ExtensionModuleFacts facts) {
    String title = "Remove `" + needless(use).value() + "`";
    if (WheelBuilder.setsVariable(project, use.owner(), facts) == Truth.TRUE) {
      return edit(project, use)
          .map(edit -> new Fix(title, Fix.Grade.REVIEW, List.of(edit)))
          .orElseGet(() -> new Fix(title, Fix.Grade.MANUAL, List.of()));
    }
    return new Fix(
        title
            + " and build wheels with maturin "
            + facts.maturinSince()
            + " or setuptools-rust "
            + facts.setuptoolsRustSince().series()
            + " or newer, which make it needless",
        Fix.Grade.MANUAL,
        List.of());
  }

  private static Optional<Fix.LineEdit> edit(Project project, ExtensionModuleUse use) {
    Location at = needless(use).location();
    return project.manifest(at.file()).flatMap(manifest -> ManifestEdit.removeString(manifest, at));
  }

  /**
   * An entry that merely leads to the feature may lead elsewhere too, so then it is the last that
   * goes.
   */
  private static Located<String> needless(ExtensionModuleUse use) {
    return ExtensionModuleUse.namesTheFeature(use.entry())
        ? use.entry()
        : use.switched().because().getLast();
  }

  private static String makeOptional(ExtensionModuleUse use) {
    String feature = use.switched().dependency().name() + "/extension-module";
    return "Take `"
        + use.entry().value()
        + "` out of this list and let only the wheel ask for it: `features = [\""
        + feature
        + "\"]` under `[tool.maturin]` in pyproject.toml";
  }
}

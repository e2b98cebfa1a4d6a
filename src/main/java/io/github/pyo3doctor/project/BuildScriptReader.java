package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.BuildScript;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a build script tells the linker, by itself or through {@code pyo3_build_config}. */
final class BuildScriptReader {
  /** Source: pyo3-build-config/src/lib.rs at v0.14.2 to v0.29.2. */
  private static final Set<String> HELPERS =
      Set.of(
          "add_extension_module_link_args",
          "add_libpython_rpath_link_args",
          "add_python_framework_link_args",
          "use_pyo3_cfgs");

  private static final List<String> FOR_LINKER =
      List.of("rustc-link-arg", "rustc-cdylib-link-arg", "dynamic_lookup");

  private final ProjectFiles files;

  BuildScriptReader(ProjectFiles files) {
    this.files = files;
  }

  /** The script; empty, and noted, when it cannot be read. */
  Optional<BuildScript> read(Path script) {
    return files
        .read(script, Manifests.LIMIT_BYTES)
        .map(text -> read(files.relative(script), new RustTokens(text)));
  }

  private static BuildScript read(String path, RustTokens tokens) {
    List<Located<String>> helpers = new ArrayList<>();
    List<Located<String>> arguments = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      Location at = Location.in(path, tokens.position(i));
      if (tokens.isWord(i) && tokens.is(i + 1, '(') && !tokens.is(i - 1, "fn")) {
        String name = tokens.text(i);
        if (HELPERS.contains(name)) {
          helpers.add(new Located<>(name, at));
        }
      } else if (tokens.kind(i) == RustTokens.Kind.STRING) {
        String content = tokens.content(i);
        if (FOR_LINKER.stream().anyMatch(content::contains)) {
          arguments.add(new Located<>(content, at));
        }
      }
    }
    return new BuildScript(path, List.copyOf(helpers), List.copyOf(arguments));
  }
}

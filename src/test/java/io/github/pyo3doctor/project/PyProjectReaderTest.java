package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.PyProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyProjectReaderTest {
  @TempDir private Path temporary;

  private Folder folder(String pyproject) {
    return new Folder(temporary).withPackage(".", "demo").with("pyproject.toml", pyproject);
  }

  private static PyProject read(Folder folder) {
    return folder.collect().pyprojects().getFirst();
  }

  @Test
  void readsTheBuildSystemAndTheFeaturesWithTheirPlaces() {
    PyProject project =
        read(
            folder(
                """
                [build-system]
                requires = ["maturin>=1.9,<2.0"]
                build-backend = "maturin"

                [tool.maturin]
                features = [
                  "pyo3/extension-module",
                  { feature = "abi3", python-version = ">=3.11" },
                ]
                """));

    assertThat(project.buildRequires())
        .containsExactly(new Located<>("maturin>=1.9,<2.0", new Location("pyproject.toml", 2, 13)));
    assertThat(project.buildBackend()).contains("maturin");
    assertThat(project.maturinFeatures())
        .containsExactly(
            new Located<>("pyo3/extension-module", new Location("pyproject.toml", 7, 3)),
            new Located<>("abi3", new Location("pyproject.toml", 8, 5)));
    assertThat(project.cargoManifest()).contains("Cargo.toml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"--features a,b\"                     | a b",
        "\"--release --features=a --locked\"    | a",
        "'--features \"a b\"'                   | a",
        "[\"--features\", \"a,b\", \"--locked\"] | a b",
        "[\"--features a\", \"-F\", \"b\"]       | a b",
        "\"--release\"                          | ~~",
      })
  void readsTheFeaturesInsideOldArguments(String arguments, String expected) {
    PyProject project = read(folder("[tool.maturin]\ncargo-extra-args = " + arguments + "\n"));

    assertThat(String.join(" ", project.maturinFeatures().stream().map(Located::value).toList()))
        .isEqualTo(expected);
  }

  @Test
  void aWrittenManifestPathIsRelativeToThePyproject() {
    Folder folder =
        new Folder(temporary)
            .withPackage("rust/ext", "ext")
            .with(
                "python/pyproject.toml",
                "[tool.maturin]\nmanifest-path = \"../rust/ext/Cargo.toml\"\n");

    assertThat(read(folder).cargoManifest()).contains("rust/ext/Cargo.toml");
    assertThat(folder.notes()).isEmpty();
  }

  @Test
  void aManifestPathThatLeadsNowhereIsNoted() {
    Folder folder = folder("[tool.maturin]\nmanifest-path = \"gone/Cargo.toml\"\n");

    assertThat(folder.notes()).containsExactly("pyproject.toml:2:1: there is no gone/Cargo.toml");
  }

  @Test
  void maturinFindsTheRustFolderOfAPythonFirstProject() {
    Folder folder =
        new Folder(temporary)
            .withPackage("rust", "ext")
            .with("pyproject.toml", "[project]\nname = \"my-pkg\"\n[tool.maturin]\n")
            .with("src/my_pkg/__init__.py", "");

    assertThat(read(folder).cargoManifest()).contains("rust/Cargo.toml");
  }

  @Test
  void otherwiseTheRustFolderIsNotTaken() {
    Folder folder =
        new Folder(temporary)
            .withPackage("rust", "ext")
            .with("pyproject.toml", "[project]\nname = \"my-pkg\"\n[tool.maturin]\n");

    assertThat(read(folder).cargoManifest()).isEmpty();
  }

  @Test
  void aBrokenPyprojectIsNotedAndThePackageIsStillRead() {
    Folder folder = folder("[build-system\n");

    assertThat(folder.notes())
        .containsExactly(
            "pyproject.toml:1:14: is not valid TOML: expected `]`, found the end of the line");
    assertThat(folder.onlyPackage().name()).isEqualTo("demo");
  }

  @Test
  void aTemplateOfAPackageThatIsNotBuiltWithCargoLeavesNothingOpen() {
    Folder folder =
        new Folder(temporary)
            .withPackage(".", "demo")
            .with("template/pyproject.toml", "[project]\n{{name}}\n")
            .with("other/pyproject.toml", "[tool.maturin]\n{{name}}\n");

    assertThat(folder.collect().notExamined())
        .extracting(NotExamined::path, NotExamined::kind)
        .containsExactlyInAnyOrder(
            tuple("template/pyproject.toml", NotExamined.Kind.NOTHING),
            tuple("other/pyproject.toml", NotExamined.Kind.FILE));
  }
}

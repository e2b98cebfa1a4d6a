package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTreeTest {
  @TempDir private Path temporary;
  private Folder folder = new Folder(Path.of(""));

  @BeforeEach
  void aPackage() {
    folder = new Folder(temporary).with("Cargo.toml", Folder.PACKAGE);
  }

  private Iterable<String> paths() {
    return folder.libraryFiles().stream().map(RustFile::path).toList();
  }

  @Test
  void modulesLieBesideTheRootAndBelowTheirParents() {
    folder
        .with("src/lib.rs", "mod flat; mod nested;")
        .with("src/flat.rs", "mod child;")
        .with("src/flat/child.rs", "")
        .with("src/nested/mod.rs", "mod child;")
        .with("src/nested/child.rs", "")
        .with("src/orphan.rs", "");

    assertThat(paths())
        .containsExactly(
            "src/lib.rs",
            "src/flat.rs",
            "src/nested/mod.rs",
            "src/flat/child.rs",
            "src/nested/child.rs");
  }

  @Test
  void inlineModulesAreFolders() {
    folder
        .with("src/lib.rs", "mod a { mod b { mod c; } } mod d;")
        .with("src/a/b/c.rs", "")
        .with("src/d.rs", "mod e { mod f; }")
        .with("src/d/e/f.rs", "");

    assertThat(paths()).containsExactly("src/lib.rs", "src/a/b/c.rs", "src/d.rs", "src/d/e/f.rs");
  }

  @Test
  void ofTwoWaysToAFileTheFirstInOrderSaysWhereItsModulesLie() {
    folder
        .with("src/lib.rs", "mod a; mod b;")
        .with("src/a.rs", "mod shared;")
        .with("src/b.rs", "#[path = \"a/shared.rs\"] mod again;")
        .with("src/a/shared.rs", "mod child;")
        .with("src/a/shared/child.rs", "");

    assertThat(paths())
        .containsExactly(
            "src/lib.rs", "src/a.rs", "src/b.rs", "src/a/shared.rs", "src/a/shared/child.rs");
  }

  @Test
  void aPathAttributeNamesTheFile() {
    folder
        .with("src/lib.rs", "#[path = \"other/place.rs\"] mod a; mod b;")
        .with("src/other/place.rs", "mod c;")
        .with("src/other/c.rs", "")
        .with("src/b.rs", "#[path = \"beside.rs\"] mod d; mod e { #[path = \"x.rs\"] mod f; }")
        .with("src/beside.rs", "")
        .with("src/b/e/x.rs", "");

    assertThat(paths())
        .containsExactly(
            "src/lib.rs",
            "src/other/place.rs",
            "src/b.rs",
            "src/other/c.rs",
            "src/beside.rs",
            "src/b/e/x.rs");
  }

  @Test
  void everyPathThatACfgAttrMayChooseIsRead() {
    folder
        .with(
            "src/lib.rs",
            "#[cfg_attr(unix, path = \"u.rs\")] #[cfg_attr(windows, path = \"w.rs\")] mod sys;")
        .with("src/u.rs", "")
        .with("src/w.rs", "");

    assertThat(paths()).containsExactly("src/lib.rs", "src/u.rs", "src/w.rs");
  }

  @Test
  void theConditionOfTheModuleLineHoldsInTheFileAndBelow() {
    folder
        .with("src/lib.rs", "#[cfg(test)] mod tests;")
        .with("src/tests.rs", "mod deep;")
        .with("src/tests/deep.rs", "#[cfg(unix)] fn f() {}");

    assertThat(folder.function("f").conditions()).containsExactly("test", "unix");
  }

  @Test
  void aMissingModuleIsNotedUnlessAConditionMayLeaveItOut() {
    folder.with("src/lib.rs", "mod gone;\n#[cfg(windows)] mod elsewhere;\n");

    assertThat(folder.notes())
        .containsExactly("src/lib.rs:1:5: there is no file for the module `gone`");
  }

  @Test
  void modulesThatLeadBackToEachOtherAreReadOnce() {
    folder
        .with("src/lib.rs", "#[path = \"a.rs\"] mod a;")
        .with("src/a.rs", "#[path = \"lib.rs\"] mod b; #[path = \"a.rs\"] mod c;");

    assertThat(paths()).containsExactly("src/lib.rs", "src/a.rs");
  }

  @Test
  void aModuleThatIsALinkOutOfTheProjectIsNotRead(@TempDir Path outside) throws Exception {
    Path secret = Files.writeString(outside.resolve("secret.rs"), "fn secret() {}");
    folder.with("src/lib.rs", "mod a;");
    Files.createSymbolicLink(temporary.resolve("src/a.rs"), secret);

    assertThat(paths()).containsExactly("src/lib.rs");
    assertThat(folder.notes())
        .containsExactly("src/a.rs: is reached by a symbolic link that leads out of the project");
  }

  @Test
  void sourcesAreLeftUnreadWhereNothingDependsOnPyo3() {
    folder.withPackage(".", "plain").with("src/lib.rs", "fn f() {}");

    assertThat(folder.libraryFiles()).isEmpty();
  }

  @Test
  void ofAMemberWithoutPythonNoCallsAreRead() {
    workspace("mod c;\nfn helper() { inner(); }", "fn inner() {}");

    assertThat(functionsOf("plain")).containsExactly("helper", "inner");
    assertThat(callsOf("plain")).isEmpty();
  }

  @Test
  void aMemberOneOfWhoseFilesUsesPythonThroughAnotherCrateIsReadWhole() {
    workspace("mod c;\nfn helper() { inner(); }", "use demo::pyo3;\nfn inner() {}");

    assertThat(callsOf("plain")).containsExactly("inner");
  }

  private void workspace(String plain, String plainModule) {
    folder
        .with("Cargo.toml", "[workspace]\nmembers = [\"plain\", \"demo\"]\n")
        .withPackage("plain", "plain")
        .with("plain/src/lib.rs", plain)
        .with("plain/src/c.rs", plainModule)
        .with("demo/Cargo.toml", Folder.PACKAGE)
        .with("demo/src/lib.rs", "fn entry() {}");
  }

  private List<String> functionsOf(String name) {
    return functions(name).map(RustFunction::name).toList();
  }

  private List<String> callsOf(String name) {
    return functions(name)
        .flatMap(function -> function.calls().stream())
        .map(Located::value)
        .toList();
  }

  private Stream<RustFunction> functions(String name) {
    return folder.collect().workspaces().getFirst().members().stream()
        .filter(member -> member.name().equals(name))
        .flatMap(member -> member.library().stream())
        .flatMap(library -> library.files().stream())
        .flatMap(file -> file.functions().stream());
  }
}

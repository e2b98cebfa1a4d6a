package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  private static final String PACKAGE =
      "[package]\nname = \"demo\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";

  @TempDir private Path temporary;

  private CargoPackage read(String manifest) {
    return folder(manifest).onlyPackage();
  }

  private Folder folder(String manifest) {
    return new Folder(temporary).with("Cargo.toml", manifest).with("src/lib.rs", "");
  }

  @Test
  void everyValueIsLocatedWhereItIsWritten() {
    CargoPackage read =
        read(
            PACKAGE
                + """
                [lib]
                crate-type = ["cdylib"]
                [dependencies]
                pyo3 = { version = "0.26", features = ["é😀", "abi3"] }
                [features]
                default = ["fast"]
                fast = []
                """);

    Dependency pyo3 = read.dependencies().getFirst();
    assertThat(read.location()).isEqualTo(new Location("Cargo.toml", 2, 1));
    assertThat(pyo3.location()).isEqualTo(new Location("Cargo.toml", 8, 1));
    assertThat(pyo3.features())
        .containsExactly(
            new Located<>("é😀", new Location("Cargo.toml", 8, 40)),
            new Located<>("abi3", new Location("Cargo.toml", 8, 47)));
    assertThat(read.features().getFirst().enables())
        .containsExactly(new Located<>("fast", new Location("Cargo.toml", 10, 12)));
    assertThat(read.library().orElseThrow().crateTypeAt())
        .contains(new Location("Cargo.toml", 6, 1));
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsChangeNothing() {
    String manifest =
        "\uFEFF" + (PACKAGE + "[dependencies]\npyo3 = \"0.26\"\n").replace("\n", "\r\n");
    CargoPackage read = read(manifest);

    assertThat(read.dependencies().getFirst().requirement()).contains("0.26");
    assertThat(read.dependencies().getFirst().location())
        .isEqualTo(new Location("Cargo.toml", 6, 1));
    assertThat(folder(manifest).collect().manifest("Cargo.toml").orElseThrow().text())
        .isEqualTo(manifest);
  }

  @Test
  void anInheritedFeatureIsLocatedInTheWorkspace() {
    Folder folder =
        new Folder(temporary)
            .with(
                "Cargo.toml",
                """
                [workspace]
                members = ["a"]
                [workspace.dependencies]
                pyo3 = { version = "0.26", features = ["abi3"] }
                """)
            .with(
                "a/Cargo.toml",
                PACKAGE
                    + "[dependencies]\n"
                    + "pyo3 = { workspace = true, features = [\"extension-module\"] }\n")
            .with("a/src/lib.rs", "");

    Dependency pyo3 = folder.onlyPackage().dependencies().getFirst();
    assertThat(pyo3.location()).isEqualTo(new Location("a/Cargo.toml", 6, 1));
    assertThat(pyo3.features())
        .containsExactly(
            new Located<>("abi3", new Location("Cargo.toml", 4, 40)),
            new Located<>("extension-module", new Location("a/Cargo.toml", 6, 40)));
  }

  @Test
  void inheritingWhatTheWorkspaceDoesNotHaveIsNoted() {
    Folder folder =
        folder(
            PACKAGE
                + "[dependencies]\npyo3.workspace = true\n[workspace]\n[workspace.dependencies]\n");

    assertThat(folder.notes())
        .containsExactly(
            "Cargo.toml:6:1: inherits `pyo3`, but [workspace.dependencies] has no such entry");
    assertThat(folder.onlyPackage().dependencies()).hasSize(1);
  }

  @Test
  void aPathDependencyOutsideTheFolderKeepsItsPath() {
    CargoPackage read = read(PACKAGE + "[dependencies]\nother = { path = \"../other\" }\n");

    assertThat(read.dependencies().getFirst().path()).contains("../other");
  }

  /** An arrow stands for a line's end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [lib]↵path = "gone.rs"       | 5:1: the source of library `demo` is missing: gone.rs
          [[test]]↵name = "t"          | 5:1: the source of test `t` is missing: tests/t.rs
          [[bin]]↵path = "src/lib.rs"  | 5:1: this [[bin]] has no name
          [lib]↵crate-type = "cdylib"  | 6:1: `crate-type` should be an array of strings
          [features]↵a = [1]           | 6:6: `a` should hold only strings
          [dependencies]↵pyo3 = 1      | 6:1: `pyo3` should be a table
          [target]↵a.dependencies = 1  | 6:1: `dependencies` should be a table
          """)
  void whatCargoWouldNotTakeIsNotedAtItsPlace(String lines, String expected) {
    Folder folder = folder(PACKAGE + lines.replace("↵", "\n") + "\n");

    assertThat(folder.notes()).containsExactly("Cargo.toml:" + expected);
  }

  @Test
  void aTargetWithoutItsSourceIsKeptWithoutFiles() {
    CargoPackage read = read(Folder.PACKAGE + "[[test]]\nname = \"gone\"\n");

    assertThat(read.targets())
        .filteredOn(target -> target.name().equals("gone"))
        .singleElement()
        .satisfies(target -> assertThat(target.path()).isEqualTo("tests/gone.rs"))
        .satisfies(target -> assertThat(target.files()).isEmpty());
  }

  @Test
  void aBrokenManifestDoesNotHideTheOthers() {
    Folder folder =
        new Folder(temporary)
            .with("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n")
            .withPackage("good", "good")
            .with("bad/Cargo.toml", "[package]\nname = \n");

    assertThat(folder.onlyPackage().name()).isEqualTo("good");
    assertThat(folder.notes())
        .containsExactly(
            "bad/Cargo.toml:2:8: is not valid TOML: expected a value, found the end of the line");
  }

  @Test
  void aBrokenWorkspaceLeavesItsMembersOnTheirOwn() {
    Folder folder =
        new Folder(temporary)
            .with("Cargo.toml", "[workspace\n")
            .with("a/Cargo.toml", PACKAGE + "[dependencies]\npyo3.workspace = true\n")
            .with("a/src/lib.rs", "");

    assertThat(folder.onlyPackage().dependenciesOn("pyo3")).hasSize(1);
    assertThat(folder.notes())
        .hasSize(2)
        .anyMatch(note -> note.startsWith("Cargo.toml:1:"))
        .contains(
            "a/Cargo.toml:6:1: inherits `pyo3`, but belongs to no workspace that could be read");
  }

  @Test
  void aPackageThatCargoRefusesKeepsNothingOfPyo3FromBeingKnown() {
    Folder folder =
        new Folder(temporary)
            .with("Cargo.toml", "[workspace]\nmembers = [\"a\"]\nexclude = [\"book\"]\n")
            .withPackage("a", "a")
            .with(
                "book/Cargo.toml",
                PACKAGE + "[dependencies]\nserde.workspace = true\nurl.workspace = true\n")
            .with("book/src/lib.rs", "");

    List<NotExamined> notes = folder.collect().notExamined();

    assertThat(notes.stream().map(NotExamined::kind)).containsExactly(NotExamined.Kind.NOTHING);
    assertThat(notes.getFirst().toString())
        .isEqualTo(
            "book/Cargo.toml:6:1: inherits `serde` and 1 more, but belongs to no workspace that"
                + " could be read");
  }

  @Test
  void aPackageThatCargoRefusesLeavesQuestionsOpenIfItNamesPyo3() {
    Folder folder =
        new Folder(temporary)
            .with("Cargo.toml", PACKAGE + "[dependencies]\npyo3.workspace = true\n")
            .with("src/lib.rs", "");

    assertThat(folder.collect().notExamined().stream().map(NotExamined::kind))
        .containsExactly(NotExamined.Kind.VALUE);
  }

  @Test
  void aMemberWithoutAManifestIsNoted() {
    Folder folder =
        new Folder(temporary)
            .with("Cargo.toml", "[workspace]\nmembers = [\"a\", \"gone\"]\n")
            .withPackage("a", "a");

    assertThat(folder.notes()).containsExactly("Cargo.toml:2:17: `gone` matches no folder");
  }

  @Test
  void theRootOfAnotherWorkspaceIsNoMember() {
    Folder folder =
        new Folder(temporary)
            .with("Cargo.toml", "[workspace]\nmembers = [\"a\"]\n")
            .with("a/Cargo.toml", PACKAGE + "[workspace]\n")
            .with("a/src/lib.rs", "");

    assertThat(folder.collect().workspaces().stream().map(Workspace::manifest))
        .containsExactly("Cargo.toml", "a/Cargo.toml");
    assertThat(folder.notes())
        .containsExactly(
            "Cargo.toml:2:12: takes in `a/Cargo.toml`, which is the root of another workspace");
  }

  @Test
  void aProjectOfWhichNothingCanBeReadIsNoProjectWithoutFaults() {
    folder(PACKAGE + "[dependencies]\na = 1\na = 2\n");

    assertThatExceptionOfType(UnusableProjectException.class)
        .isThrownBy(() -> new ProjectCollector().collect(temporary, CollectProgress.NONE))
        .withMessage(
            temporary
                + ": no package could be read: Cargo.toml:7:1: is not valid TOML: `a` is already"
                + " defined at line 6, column 1");
  }

  @Test
  void deepNestingIsAnErrorOfTheFileAndNothingMore() {
    Folder folder =
        folder(PACKAGE + "x = " + "[".repeat(50_000) + "\n").withPackage("sound", "sound");

    assertThat(folder.onlyPackage().name()).isEqualTo("sound");
    assertThat(folder.notes()).isNotEmpty().allMatch(note -> note.contains("is not valid TOML"));
  }

  @Test
  void membersMatchLikeFileNames() {
    Folder folder =
        new Folder(temporary)
            .with("Cargo.toml", "[workspace]\nmembers = [\"c?\", \"[xy]1\", \"deep/**\"]\n")
            .withPackage("c1", "c1")
            .withPackage("c22", "c22")
            .withPackage("x1", "x1")
            .withPackage("z1", "z1")
            .withPackage("deep/one", "one");

    Workspace workspace = folder.collect().workspaces().getFirst();
    assertThat(workspace.members().stream().map(CargoPackage::name))
        .containsExactlyElementsOf(List.of("c1", "one", "x1"));
  }
}

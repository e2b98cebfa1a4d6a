package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedTest {
  @TempDir Path folder;

  @Test
  void aFolderAManifestAndASnapshotAreProjects() {
    assertThat(Dropped.of(List.of(folder))).isInstanceOf(Dropped.Project.class);
    assertThat(Dropped.of(List.of(Path.of("Cargo.toml")))).isInstanceOf(Dropped.Project.class);
    assertThat(Dropped.of(List.of(Path.of("mine.json")))).isInstanceOf(Dropped.Project.class);
  }

  @Test
  void anyOtherFileIsALog() {
    assertThat(Dropped.of(List.of(Path.of("build.txt"))))
        .isEqualTo(new Dropped.Log(Path.of("build.txt")));
  }

  @Test
  void aDamagedLibraryIsStillNoLog() throws IOException {
    Path damaged = Files.writeString(folder.resolve("my_ext.PYD"), "cut off");

    assertThat(Dropped.of(List.of(damaged))).isEqualTo(new Dropped.Binary(damaged));
  }

  @Test
  void ofSeveralThingsNoneIsGuessed() {
    assertThat(Dropped.of(List.of(folder, Path.of("build.log"))))
        .isEqualTo(
            new Dropped.Unusable(
                "2 things were dropped. Drop one project folder, snapshot or log."));
  }
}
